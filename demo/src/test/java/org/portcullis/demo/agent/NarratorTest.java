package org.portcullis.demo.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class NarratorTest {
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final Narrator unit = new Narrator(new PrintStream(told, true, StandardCharsets.UTF_8));

  private String told() {
    return told.toString(StandardCharsets.UTF_8);
  }

  @Test
  void staysWithinAHundredColumns() {
    unit.thought("a word or two ".repeat(30));
    unit.observation(new Observation("x".repeat(400), null, false));
    assertThat(told().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
  }

  @Test
  void breaksJsonAfterCommas() {
    unit.observation(new Observation("{\"city\":\"Akron\",\"n\":2},".repeat(9), null, false));
    assertThat(told().lines()).allSatisfy(line -> assertThat(line).endsWith(","));
  }

  @Test
  void losesNothingOfALongWord() {
    unit.thought("x".repeat(400));
    assertThat(told().chars().filter(letter -> letter == 'x').count()).isEqualTo(400);
  }

  @Test
  void cutsALongObservationAndSaysSo() {
    unit.observation(new Observation("line\n".repeat(20), null, false));
    assertThat(told().lines()).hasSize(9);
    assertThat(told()).contains("(12 more lines)");
  }
}
