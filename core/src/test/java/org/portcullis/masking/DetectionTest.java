package org.portcullis.masking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.json.StrictJson;
import org.portcullis.json.StrictJson.Reading;
import org.portcullis.masking.LabelledCases.Positive;
import org.portcullis.masking.MaskingEntry.Operator;
import org.portcullis.masking.TextScan.LeafSpan;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password: must have 12 characters",
        "Your password: choose it well",
        "PWD=/home/ann/work",
        "type=\"password\" name=\"x\"",
        "password = getPassword(user1)",
        "password=${DB_PASSWORD1}",
        "secret = <your-secret-key-1234567>",
        "token: 0bb0bbcb1-a55d",
        "next_page_token: eyJvZmZzZXQiOjEwMH0",
        "risk-adjusted-return-2024-of-the-whole-portfolio-A1",
        "hf_hub_download(repo_id)",
        "see https://example.com/a@b and user@localhost",
        "@types/node@20.11.5 and lodash@4.17.21",
        "phone 4111 and 2222 and 3333 and 4444"
      })
  void leavesOrdinaryTextAlone(String text) {
    assertThat(TextScan.spans(text, ALL)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@",
        ".",
        "a ",
        "1",
        "1 ",
        "4111 ",
        "-",
        "=",
        ":",
        "eyJ",
        "eyJ.",
        "eyJhbGciOiJ.",
        "%40",
        "a@b.",
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN ",
        "password=",
        "password: 1 ",
        "://u:p",
        "://u:p@",
        "glpat-",
        "sk-",
        "AKIA",
        "+ASt",
        "7Q~",
        ":AA",
        "Basic a",
        "Bearer a",
        "A",
        "é",
        "\u200b",
        "[",
        "{\"",
        "[1,",
        "{\"a\":",
        "{\"ssn\":\"",
        "\\\"",
        "{\\\"",
        "[\"[",
        "ann@example.com "
      })
  @Timeout(60)
  void workGrowsWithTheTextAndNotWithItsSquare(String unit) {
    String text = unit.repeat(300_000 / unit.length());
    Masker masker = Maskers.everything(List.of(fieldsOnly()));
    assertThat(masker.text(text, new Hits())).isNotNull();
  }

  @Test
  void opensTextsInBase64() {
    String inner = "user=ann@example.com;x=1";
    String once = Base64.getEncoder().encodeToString(inner.getBytes(StandardCharsets.UTF_8));
    String twice = Base64.getEncoder().encodeToString(once.getBytes(StandardCharsets.UTF_8));
    assertThat(TextScan.spans("d=" + once + "; e", ALL))
        .containsExactly(new Span("EMAIL", 2, 2 + once.length()));
    assertThat(TextScan.spans(twice, ALL)).hasSize(1);
  }

  @Test
  void findsASecretKeyCloseToItsId() {
    String id = "AKI" + "APYJ6ODYWXLD3L7RD";
    String key = "gkQ9ffV/w4kf0t9O" + "BhrP/n9niBuyn+X7QrDsxVsr";
    assertThat(TextScan.spans(id + "\n" + key, ALL))
        .containsExactly(new Span("AWS_ACCESS_KEY_ID", 0, 20), new Span("AWS_SECRET_KEY", 21, 61));
    assertThat(TextScan.spans(key, ALL)).isEmpty();
  }

  @Test
  void tellsWhereInAJsonValueSomethingIs() {
    JsonNode value =
        ((Reading.Value)
                StrictJson.read("{\"a/b\":[1,\"to ann@example.com\"],\"pin\":4821,\"n\":12}"))
            .node();
    assertThat(TextScan.spans(value, ALL))
        .containsExactly(
            new LeafSpan("/a~1b/1", new Span("EMAIL", 3, 18)),
            new LeafSpan("/pin", new Span("GENERIC_SECRET", 0, 4)));
  }

  @Test
  void looksOnlyForWhatIsAskedFor() {
    String text = "ann@example.com 4111111111111111 password=hunter2";
    assertThat(types(text, EnumSet.of(Detection.EMAIL))).containsExactly("EMAIL");
    assertThat(types(text, EnumSet.of(Detection.CREDIT_CARD))).containsExactly("CREDIT_CARD");
    assertThat(types(text, EnumSet.of(Detection.SECRETS))).containsExactly("GENERIC_SECRET");
    assertThat(types(text, Set.of())).isEmpty();
  }

  private static List<String> types(String text, Set<Detection> detections) {
    return TextScan.spans(text, detections).stream().map(Span::type).toList();
  }

  private static MaskingEntry fieldsOnly() {
    return new MaskingEntry(
        "fields", Set.of(), List.of(), List.of(FieldPath.parse("ssn")), Set.of(), Operator.LABEL);
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
