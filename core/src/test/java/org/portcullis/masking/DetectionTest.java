package org.portcullis.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.masking.LabelledCases.Positive;
import org.portcullis.masking.MaskingEntry.Operator;

final class DetectionTest {

  private static final Set<Detection> ALL = EnumSet.allOf(Detection.class);
  private static final int MANY = 100_000;

  static List<Positive> positives() {
    return LabelledCases.positives();
  }

  static List<String> negatives() {
    return LabelledCases.negatives();
  }

  @ParameterizedTest
  @MethodSource("positives")
  void findsTheWholeValue(Positive positive) {
    assertThat(TextScan.spans(positive.text(), ALL))
        .as(positive.text())
        .anyMatch(found -> covers(found, positive.span()));
  }

  @ParameterizedTest
  @MethodSource("positives")
  void leavesNothingOfTheValueInAMaskedText(Positive positive) {
    for (Operator operator : Operator.values()) {
      assertThat(masker(operator).text(positive.text(), new Hits()))
          .doesNotContain(positive.value());
    }
  }

  @ParameterizedTest
  @MethodSource("negatives")
  void findsNothing(String text) {
    assertThat(TextScan.spans(text, ALL)).as(text).isEmpty();
    assertThat(masker(Operator.LABEL).text(text, new Hits())).isEqualTo(text);
  }

  @Test
  void reportsByType(TestReporter reporter) {
    Map<String, int[]> counts = new TreeMap<>();
    for (Positive positive : positives()) {
      int[] count = counts.computeIfAbsent(positive.span().type(), type -> new int[2]);
      List<Span> found = TextScan.spans(positive.text(), ALL);
      count[0] += found.stream().anyMatch(span -> covers(span, positive.span())) ? 1 : 0;
      count[1]++;
    }
    counts.forEach((type, count) -> reporter.publishEntry(type, count[0] + "/" + count[1]));
    assertThat(counts.values()).allMatch(count -> count[0] == count[1]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "'%s'",
        "\"%s\"",
        "(%s)",
        "[%s]",
        "<%s>",
        "{%s}",
        "%s.",
        "%s,",
        "%s;",
        "%s)",
        "%s>",
        "%s:",
        "%s!",
        "key=%s",
        "key: %s",
        "- key: %s",
        "<v>%s</v>",
        "| %s |",
        "{\"v\":\"%s\"}",
        "`%s`",
        "值%s值",
        "?v=%s&w=1",
        "a\\n%s",
        "v%%3D%s",
        "\t%s\n",
        "**%s**",
        "“%s”",
        "…%s…",
        "to:%s",
        "a, %s, b"
      })
  void findsValuesWhateverIsAround(String wrapper) {
    List<String> missed = new ArrayList<>();
    for (Positive positive : positives()) {
      if (standsAlone(positive)) {
        String text = String.format(wrapper, positive.value());
        Span span = spanIn(text, positive);
        if (TextScan.spans(text, ALL).stream().noneMatch(found -> covers(found, span))) {
          missed.add(positive.span().type() + ": " + text);
        }
      }
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void findsNothingInRandomIds() {
    Random random = new Random(20261125);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      byte[] bytes = new byte[32];
      random.nextBytes(bytes);
      String hex = HexFormat.of().formatHex(bytes);
      List<String> ids =
          List.of(
              UUID.nameUUIDFromBytes(bytes).toString(),
              hex,
              hex.substring(0, 40),
              hex.substring(0, 32),
              Base64.getEncoder().encodeToString(bytes),
              Long.toString(random.nextLong(1_000_000_000_000L, 1_900_000_000_000L)),
              Long.toString(1_000_000_000L + random.nextInt(900_000_000)),
              Double.toString(random.nextDouble()));
      for (String id : ids) {
        if (!TextScan.spans(id, ALL).isEmpty()) {
          wrong.add(id);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void comesToRestAtOnce() {
    for (Operator operator : Operator.values()) {
      Masker masker = masker(operator);
      for (Positive positive : positives()) {
        String once = masker.text(positive.text(), new Hits());
        Hits again = new Hits();
        assertThat(masker.text(once, again)).isEqualTo(once);
        assertThat(again.isEmpty()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("positives")
  void masksAllTheSameInsideJson(Positive positive) {
    String json = "{\"v\":" + JsonStrings.quote(positive.text()) + "}";
    byte[] masked =
        masker(Operator.LABEL)
            .json(json.getBytes(StandardCharsets.UTF_8), Keep.NOTHING, new Hits());
    String escaped = JsonStrings.quote(positive.value());
    assertThat(new String(masked, StandardCharsets.UTF_8))
        .doesNotContain(escaped.substring(1, escaped.length() - 1));
  }

  /** Values that are told by their name cannot stand without it. */
  private static boolean standsAlone(Positive positive) {
    return !Set.of(
            "GENERIC_SECRET", "URL_PASSWORD", "BASIC_AUTH", "AWS_SECRET_KEY", "AZURE_STORAGE_KEY")
        .contains(positive.span().type());
  }

  private static Span spanIn(String text, Positive positive) {
    int start = text.indexOf(positive.value());
    return new Span(positive.span().type(), start, start + positive.value().length());
  }

  private static boolean covers(Span found, Span wanted) {
    return found.start() <= wanted.start() && found.end() >= wanted.end();
  }

  private static Masker masker(Operator operator) {
    return Maskers.of(
        List.of(new MaskingEntry("all", Set.of(), List.of(), List.of(), ALL, operator)));
  }
}
