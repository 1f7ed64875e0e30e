package org.portcullis.demo.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class MainsTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(Consumer<PrintStream> program) {
    return Mains.guarded(
        "tour",
        program,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @Test
  void exitsWithZeroAfterTheWholeStory() {
    assertThat(run(stream -> stream.print("the story"))).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("the story");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void exitsWithOneLineWhenSomethingIsNotAsTold() {
    int code =
        run(
            stream -> {
              throw new NotAsTold("NOT AS TOLD (blocked): the desk never heard of it");
            });
    assertThat(code).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("tour: NOT AS TOLD (blocked): the desk never heard of it");
  }
}
