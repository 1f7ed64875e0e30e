package org.portcullis.masking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.portcullis.json.StrictJson;
import org.portcullis.json.StrictJson.Reading;
import org.portcullis.masking.MaskingEntry.Operator;

final class MaskerPropertiesTest {

  private static final Keep KEEP = Keep.of("id", "a.*.id", "mail");

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void masksBytesAndNodesAlike(
      @ForAll("messages") String json, @ForAll Operator operator, @ForAll boolean detecting) {
    Masker masker = masker(operator, detecting);
    Hits hitsOfBytes = new Hits();
    Hits hitsOfNodes = new Hits();
    JsonNode before = read(utf8(json));
    JsonNode copy = before.deepCopy();

    byte[] bytes = masker.json(utf8(json), KEEP, hitsOfBytes);
    JsonNode node = masker.json(before, KEEP, hitsOfNodes);

    assertThat(node).isEqualTo(read(bytes));
    assertThat(before).isEqualTo(copy);
    assertThat(hitsOfNodes.list()).isEqualTo(hitsOfBytes.list());
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void comesToRestAtOnce(@ForAll("messages") String json, @ForAll Operator operator) {
    Masker masker = masker(operator, true);
    byte[] once = masker.json(utf8(json), KEEP, new Hits());
    Hits hits = new Hits();
    assertThat(masker.json(once, KEEP, hits)).isSameAs(once);
    String text = masker.text(json, new Hits());
    assertThat(masker.text(text, hits)).isEqualTo(text);
    assertThat(hits.isEmpty()).isTrue();
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void textsComeToRestAtOnce(@ForAll("texts") String text, @ForAll Operator operator) {
    Masker masker = masker(operator, true);
    String once = masker.text(text, new Hits());
    assertThat(masker.text(once, new Hits())).isEqualTo(once);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void changesNothingThatIsClean(@ForAll("cleanMessages") String json) {
    byte[] clean = utf8(json);
    assertThat(masker(Operator.LABEL, true).json(clean, KEEP, new Hits())).isSameAs(clean);
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void acceptsWhatTheStrictReaderAccepts(@ForAll("nearlyJson") String text) {
    boolean read = StrictJson.read(utf8(text)) instanceof Reading.Value;
    boolean masked = true;
    try {
      masker(Operator.LABEL, true).json(utf8(text), KEEP, new Hits());
    } catch (MaskingFailed e) {
      masked = false;
    }
    assertThat(masked || !read).as("read %s", read).isTrue();
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void anyTextPassesOrFailsClosed(@ForAll String text) {
    assertThat(masker(Operator.LABEL, true).text(text, new Hits())).isNotNull();
  }

  @Provide
  Arbitrary<String> messages() {
    return values(scalars(), names(), 3);
  }

  @Provide
  Arbitrary<String> cleanMessages() {
    Arbitrary<String> scalars =
        Arbitraries.oneOf(
            Arbitraries.strings().alpha().ofMaxLength(40).map(JsonStrings::quote),
            Arbitraries.of("1.10", "-0", "1e5", "true", "null", "\"caf\\u00e9\"", "\"{}\""));
    return values(scalars, Arbitraries.of("a", "b", "c d", "é"), 3);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(pieces(), messages())
        .list()
        .ofMaxSize(4)
        .map(parts -> String.join(" ", parts));
  }

  @Provide
  Arbitrary<String> nearlyJson() {
    return Arbitraries.of(
            "{", "}", "[", "]", ",", ":", "\"a\"", "\"b\"", "1", "-", ".5", "e3", "true", "nul",
            "\\", " ", "\"\\u12", "\"", "0", "\t")
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }

  private static Arbitrary<String> values(
      Arbitrary<String> scalars, Arbitrary<String> names, int depth) {
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<String> below = values(scalars, names, depth - 1);
    Arbitrary<String> arrays =
        below.list().ofMaxSize(3).map(list -> "[" + String.join(" ,", list) + "]");
    Arbitrary<String> objects =
        Arbitraries.maps(names, below)
            .ofMaxSize(4)
            .map(
                map ->
                    map.entrySet().stream()
                        .map(e -> JsonStrings.quote(e.getKey()) + ": " + e.getValue())
                        .collect(Collectors.joining(",", "{", "}")));
    return Arbitraries.oneOf(scalars, arrays, objects, objects, objects.map(JsonStrings::quote));
  }

  private static Arbitrary<String> scalars() {
    return Arbitraries.oneOf(
        pieces().list().ofMaxSize(3).map(list -> JsonStrings.quote(String.join("", list))),
        Arbitraries.of(
            "0",
            "-0",
            "4821",
            "12.50",
            "4111111111111111",
            "-4111111111111111",
            "4111111111111111.0",
            "4111111111111111e0",
            "true",
            "false",
            "null",
            "1e4",
            "\"\""));
  }

  private static Arbitrary<String> names() {
    return Arbitraries.of(
        "id",
        "mail",
        "ssn",
        "SS_N",
        "a",
        "card",
        "number",
        "card.number",
        "password",
        "pin",
        "x y",
        "ann@example.com",
        "bob@example.com",
        "[EMAIL]",
        "token",
        "ключ");
  }

  private static Arbitrary<String> pieces() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "ann@example.com",
            "4111 1111 1111 1111",
            "4111111111111111",
            "gh" + "p_" + "a1B2c3".repeat(6),
            "AKI" + "APYJ6ODYWXLD3L7RD",
            "password=hunter2!",
            "password: ",
            "secret",
            " ",
            "\n",
            "{",
            "}",
            "[",
            "]",
            "\"",
            "\\",
            "*",
            "****1234",
            "[EMAIL]",
            "@",
            "x.com",
            "-",
            "ab",
            ":",
            "=",
            "é",
            "谢谢",
            "\uD83D\uDCE7",
            "４１１１ １１１１ １１１１ １１１１",
            "12345678",
            "{\"ssn\":\"1\"}",
            "https://u:pw1@h/",
            "%40",
            "YW5uQGV4YW1wbGUuY29tIGlzIG15IG1haWw="),
        Arbitraries.strings().ofMaxLength(12));
  }

  private static Masker masker(Operator operator, boolean detecting) {
    return Maskers.of(
        List.of(
            new MaskingEntry(
                "data",
                Set.of(),
                List.of(),
                List.of(FieldPath.parse("**.ssn"), FieldPath.parse("card.number")),
                detecting ? EnumSet.allOf(Detection.class) : EnumSet.noneOf(Detection.class),
                operator)));
  }

  private static JsonNode read(byte[] json) {
    return ((Reading.Value) StrictJson.read(json)).node();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
