package org.portcullis.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.json.StrictJson.Fault;
import org.portcullis.json.StrictJson.Reading;

class StrictJsonTest {

  private static Reading read(String text) {
    return StrictJson.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Fault fault(Reading reading) {
    return ((Reading.Unreadable) reading).fault();
  }

  private static JsonNode value(String text) {
    return ((Reading.Value) read(text)).node();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "true",
        "7",
        "-0",
        "1e308",
        "\"x\"",
        " {\"a\":[1,{\"b\":2}]} ",
        "{\"a\":1,\"b\":{\"a\":2}}",
        "\"\\ud83d\\ude00\"",
        "\"😀\""
      })
  void readsWhatEveryoneReadsAlike(String text) {
    assertThat(read(text)).isInstanceOf(Reading.Value.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{}{}",
        "{} x",
        "[1,]",
        "{\"a\":1,}",
        "{a:1}",
        "{'a':1}",
        "NaN",
        "Infinity",
        "-Infinity",
        "+1",
        "01",
        "1.",
        ".5",
        "0x1",
        "// c\n1",
        "/* c */1",
        "\"a\nb\"",
        "\"\\x\"",
        "\uFEFF{}",
        "True",
        "undefined",
        "\"\\u12\"",
        "[1 2]"
      })
  void refusesWhatIsNotJson(String text) {
    assertThat(fault(read(text))).isEqualTo(Fault.MALFORMED);
  }

  @ParameterizedTest
  @DisplayName("refuses keys that are given twice, at any depth")
  @ValueSource(
      strings = {
        "{\"a\":1,\"a\":1}",
        "{\"a\":1,\"\\u0061\":2}",
        "[{\"x\":{\"y\":[{\"a\":1,\"b\":2,\"a\":3}]}}]",
        "{\"\":1,\"\":2}"
      })
  void refusesDuplicateKeys(String text) {
    assertThat(fault(read(text))).isEqualTo(Fault.AMBIGUOUS);
    assertThat(StrictJson.readData(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Reading.Unreadable.class);
  }

  @ParameterizedTest
  @DisplayName("refuses keys that meet when case is folded")
  @ValueSource(
      strings = {
        "{\"name\":1,\"Name\":2}",
        "{\"k\":1,\"\u212A\":2}",
        "{\"i\":1,\"\u0131\":2}",
        "{\"I\":1,\"\u0131\":2}",
        "{\"s\":1,\"\u017F\":2}",
        "{\"straSSe\":1,\"stra\u00DFe\":2}",
        "{\"\u03C3\":1,\"\u03C2\":2}",
        "[[{\"x\":{\"URI\":1,\"uri\":2}}]]"
      })
  void refusesKeysThatDifferOnlyInCase(String text) {
    assertThat(fault(read(text))).isEqualTo(Fault.AMBIGUOUS);
    assertThat(StrictJson.readData(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Reading.Value.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1e309", "{\"a\":[1e999]}", "2e308"})
  void refusesNumbersThatBecomeInfinite(String text) {
    assertThat(fault(read(text))).isEqualTo(Fault.AMBIGUOUS);
  }

  @Test
  void refusesNumbersThatAreTooLong() {
    assertThat(fault(read("1".repeat(401)))).isEqualTo(Fault.AMBIGUOUS);
    assertThat(fault(read("{\"a\":1e" + "9".repeat(50) + "}"))).isEqualTo(Fault.AMBIGUOUS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\\ud83d\"",
        "\"\\ude00\"",
        "\"a\\ud83db\"",
        "{\"\\ud83d\":1}",
        "[\"\\ude00\\ud83d\"]"
      })
  void refusesHalvesOfSurrogatePairs(String text) {
    assertThat(fault(read(text))).isEqualTo(Fault.AMBIGUOUS);
  }

  @Test
  void writesHalvesOfSurrogatePairsAsEscapes() {
    byte[] text = "[\"\\ud83d\",\"ü\"]".getBytes(StandardCharsets.UTF_8);
    JsonNode node = ((Reading.Value) StrictJson.readData(text)).node();

    String written = new String(StrictJson.write(node), StandardCharsets.UTF_8);

    assertThat(written).isEqualTo("[\"\\uD83D\",\"ü\"]");
  }

  @Test
  void refusesDepthBombs() {
    assertThat(fault(read("[".repeat(200)))).isEqualTo(Fault.AMBIGUOUS);
    assertThat(fault(read("{\"a\":".repeat(100_000)))).isEqualTo(Fault.AMBIGUOUS);
    assertThat(read("[".repeat(100) + "]".repeat(100))).isInstanceOf(Reading.Value.class);
  }

  @Test
  void refusesOtherEncodings() {
    assertThat(fault(StrictJson.read("{\"a\":1}".getBytes(StandardCharsets.UTF_16))))
        .isEqualTo(Fault.MALFORMED);
    assertThat(fault(StrictJson.read("{\"a\":1}".getBytes(StandardCharsets.UTF_16BE))))
        .isEqualTo(Fault.MALFORMED);
    assertThat(fault(StrictJson.read("{\"ä\":1}".getBytes(StandardCharsets.ISO_8859_1))))
        .isEqualTo(Fault.MALFORMED);
    assertThat(fault(StrictJson.read(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'})))
        .isEqualTo(Fault.MALFORMED);
    assertThat(fault(StrictJson.read(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'})))
        .isEqualTo(Fault.MALFORMED);
  }

  @Test
  void theReasonQuotesNothing() {
    Reading.Unreadable reading = (Reading.Unreadable) read("{\"secret\" \"hunter2\"}");

    assertThat(reading.reason()).startsWith("not JSON at line 1").doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.10", "12345678901234567890", "0.1000", "9007199254740993"})
  void keepsNumbersExactly(String number) {
    assertThat(new String(StrictJson.write(value(number)), StandardCharsets.UTF_8))
        .isEqualTo(number);
  }

  @Test
  void aNulInATextIsAText() {
    assertThat(value("\"a\\u0000b\"").textValue()).isEqualTo("a\0b");
  }
}
