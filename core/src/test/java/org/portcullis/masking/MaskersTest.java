package org.portcullis.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.masking.MaskingEntry.Operator;

final class MaskersTest {

  private static final Set<Detection> ALL = EnumSet.allOf(Detection.class);

  private final Hits hits = new Hits();

  @Test
  void masksSelectedFieldsAndFoundValues() {
    assertThat(label("{\"name\":\"Ann\",\"ssn\":\"078-05-1120\",\"mail\":\"ann@example.com\"}"))
        .isEqualTo("{\"name\":\"Ann\",\"ssn\":\"[MASKED]\",\"mail\":\"[EMAIL]\"}");
    assertThat(hits.list())
        .containsExactly(
            new MaskingHit("data", "EMAIL", 1), new MaskingHit("data", MaskingHit.FIELD, 1));
  }

  @Test
  void leavesEveryOtherByteAlone() {
    assertThat(label("{ \"a\" : 1.10 ,\n\t\"ssn\":\"1\", \"b\":12345678901234567890123e+2 }\n"))
        .isEqualTo(
            "{ \"a\" : 1.10 ,\n\t\"ssn\":\"[MASKED]\", \"b\":12345678901234567890123e+2 }\n");
  }

  @Test
  void givesACleanTextBackAsTheSameArray() {
    byte[] clean = utf8("{\"id\": 7, \"text\":\"caf\\u00e9 ü\", \"list\":[true,null,1e3]}");
    assertThat(masker(Operator.LABEL).json(clean, Keep.NOTHING, hits)).isSameAs(clean);
    assertThat(hits.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ssn                  | {'SSN':'1'}                              | {'SSN':'[MASKED]'}",
        "cardNumber           | {'card_number':'1'}                      | {'card_number':'[MASKED]'}",
        "card_number          | {'cardNumber':'1'}                       | {'cardNumber':'[MASKED]'}",
        "**.card.number       | {'card':{'number':'1'},'number':'2'}     | {'card':{'number':'[MASKED]'},'number':'2'}",
        "card.number          | {'x':[{'card':{'number':'1'}}]}          | {'x':[{'card':{'number':'[MASKED]'}}]}",
        "customers.*.ssn      | {'customers':[{'ssn':'1'}]}              | {'customers':[{'ssn':'[MASKED]'}]}",
        "customers.ssn        | {'customers':[{'ssn':'1'}]}              | {'customers':[{'ssn':'[MASKED]'}]}",
        "customers.*.ssn      | {'customers':{'a':{'ssn':'1'}}}          | {'customers':{'a':{'ssn':'[MASKED]'}}}",
        "customers.*.ssn      | {'customers':{'a':{'b':{'ssn':'1'}}}}    | {'customers':{'a':{'b':{'ssn':'1'}}}}",
        "a.**.z               | {'a':{'b':[{'c':{'z':'1'}}]},'z':'2'}    | {'a':{'b':[{'c':{'z':'[MASKED]'}}]},'z':'2'}",
        "a.**.z               | {'a':{'z':'1'}}                          | {'a':{'z':'[MASKED]'}}",
        "tags.*               | {'tags':['x',['y']]}                     | {'tags':['[MASKED]',['[MASKED]']]}",
        "card.number          | {'card.number':'1'}                      | {'card.number':'[MASKED]'}",
        "card                 | {'card':{'n':'1','x':[2,{'y':null}],'b':true}} | {'card':{'n':'[MASKED]','x':[0,{'y':null}],'b':true}}",
        "pin                  | {'pin':4821}                             | {'pin':0}",
        "note                 | {'note':''}                              | {'note':''}",
      })
  void selects(String path, String json, String expected) {
    Masker masker = Maskers.of(List.of(entry(Operator.LABEL, Set.of(), path)));
    assertThat(json(masker, json.replace('\'', '"'))).isEqualTo(expected.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "REDACT | {'v':'********','n':0,'b':true,'t':'to ********.'}",
        "LABEL  | {'v':'[MASKED]','n':0,'b':true,'t':'to [EMAIL].'}",
        "LAST4  | {'v':'****-****-1234','n':0,'b':true,'t':'to ***@******e.com.'}",
        "NULL   | {'v':null,'n':null,'b':null,'t':'to [EMAIL].'}",
      })
  void putsWhatTheOperatorSays(Operator operator, String expected) {
    String json = "{\"v\":\"abcd-5678-1234\",\"n\":17,\"b\":true,\"t\":\"to ann@example.com.\"}";
    Masker masker = Maskers.of(List.of(entry(operator, ALL, "v", "n", "b")));
    assertThat(json(masker, json)).isEqualTo(expected.replace('\'', '"'));
  }

  @Test
  void nullsATextThatIsAllFound() {
    assertThat(json(masker(Operator.NULL), "[\" ann@example.com \",4111111111111111]"))
        .isEqualTo("[null,null]");
  }

  @Test
  void showsNothingOfShortValues() {
    Masker masker = Maskers.of(List.of(entry(Operator.LAST4, Set.of(), "v")));
    assertThat(json(masker, "[{\"v\":\"1234\"},{\"v\":\"1234567\"},{\"v\":\"12345678\"}]"))
        .isEqualTo("[{\"v\":\"****\"},{\"v\":\"*******\"},{\"v\":\"****5678\"}]");
  }

  @Test
  void showsNothingOfASecretWhateverTheOperator() {
    String token = "gh" + "p_" + "NeGw2IhXFoDJS2NA6hZeYpJDmpFkcR3gW4G2";
    assertThat(json(masker(Operator.LAST4), "[\"" + token + "\"]"))
        .isEqualTo("[\"[GITHUB_TOKEN]\"]");
  }

  @Test
  void opensJsonInsideTexts() {
    assertThat(
            label(
                "{\"text\":\"{\\\"ssn\\\": \\\"1\\\",\\\"in\\\":\\\"[{\\\\\\\"ssn\\\\\\\":2}]\\\"}\"}"))
        .isEqualTo(
            "{\"text\":\"{\\\"ssn\\\": \\\"[MASKED]\\\",\\\"in\\\":\\\"[{\\\\\\\"ssn\\\\\\\":0}]\\\"}\"}");
  }

  @Test
  void hidesWhatIsTooDeepToOpen() {
    String json = "{\"ssn\":\"1\"}";
    for (int i = 0; i < 6; i++) {
      json = "[" + JsonStrings.quote(json) + "]";
    }
    assertThat(label(json)).contains("[MASKED]").doesNotContain("ssn");
  }

  @Test
  void masksMemberNamesAndKeepsThemApart() {
    assertThat(label("{\"a@example.com\":1,\"[EMAIL]\":2,\"b@example.com\":{\"c@example.com\":3}}"))
        .isEqualTo("{\"[EMAIL]~2\":1,\"[EMAIL]\":2,\"[EMAIL]~3\":{\"[EMAIL]\":3}}");
  }

  @Test
  void keepsWhatIsTheProtocols() {
    Keep keep = Keep.of("id", "result.nextCursor", "result.items.*.uri");
    String json =
        "{\"id\":\"a@example.com\",\"result\":{\"nextCursor\":\"a@example.com\",\"id\":\"a@example.com\","
            + "\"items\":[{\"uri\":\"a@example.com\",\"x\":\"a@example.com\"}]}}";
    byte[] masked = masker(Operator.LABEL).json(utf8(json), keep, hits);
    assertThat(new String(masked, StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"id\":\"a@example.com\",\"result\":{\"nextCursor\":\"a@example.com\",\"id\":\"[EMAIL]\","
                + "\"items\":[{\"uri\":\"a@example.com\",\"x\":\"[EMAIL]\"}]}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"a\":1,}",
        "[1,]",
        "[01]",
        "[1.]",
        "[\"\\x\"]",
        "[\"\\u12g4\"]",
        "[\"a\tb\"]",
        "nul",
        "[1] 2",
        "{\"a\":1,\"a\":2}",
        "{\"a\":1,\"\\u0061\":2}",
        "{a:1}",
        "['a']",
        "[\"a]",
        "[NaN]",
        "[-]"
      })
  void refusesWhatIsNotJson(String text) {
    assertThatThrownBy(() -> masker(Operator.LABEL).json(utf8(text), Keep.NOTHING, hits))
        .isInstanceOf(MaskingFailed.class);
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    byte[] bytes = utf8("[\"xx\"]");
    bytes[2] = (byte) 0xC3;
    bytes[3] = (byte) 0x28;
    assertThatThrownBy(() -> masker(Operator.LABEL).json(bytes, Keep.NOTHING, hits))
        .isInstanceOf(MaskingFailed.class);
  }

  @Test
  void refusesWhatIsTooDeep() {
    String deep = "[".repeat(129) + "]".repeat(129);
    assertThatThrownBy(() -> label(deep)).isInstanceOf(MaskingFailed.class);
    assertThat(label("[".repeat(128) + "]".repeat(128))).startsWith("[");
  }

  @Test
  void masksPlainTextAndJsonInText() {
    Masker masker = masker(Operator.LABEL);
    assertThat(masker.text("mail ann@example.com, [ssn]", hits)).isEqualTo("mail [EMAIL], [ssn]");
    assertThat(masker.text(" {\"ssn\":\"1\"} ", hits)).isEqualTo(" {\"ssn\":\"[MASKED]\"} ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Found 1: {'ssn':'1'} ok.            | Found 1: {'ssn':'[MASKED]'} ok.",
        "a {x} [{'ssn':1},{'ssn':'2'}] {b    | a {x} [{'ssn':0},{'ssn':'[MASKED]'}] {b",
        "{'a':1,'ssn':'1','b':} tail         | {'a':1,'ssn':'[MASKED]','b':} tail",
        "cut: [{'ssn':'1'},{'ssn':'2         | cut: [{'ssn':'[MASKED]'},{'ssn':'[MASKED]",
        "{'ssn':'1'}\\n{'ssn':'2'}           | {'ssn':'[MASKED]'}\\n{'ssn':'[MASKED]'}",
        "{'ssn':'1\t2','a':1}                | {'ssn':'[MASKED]','a':1}",
        "{'ssn':'1','ssn':'2'}               | {'ssn':'[MASKED]','ssn':'[MASKED]'}",
        "see {'x':'{\\'ssn\\':\\'1\\'}'}       | see {'x':'{\\'ssn\\':\\'[MASKED]\\'}'}",
      })
  void masksFieldsOfJsonBetweenOtherWords(String text, String expected) {
    assertThat(masker(Operator.LABEL).text(text.replace('\'', '"'), hits))
        .isEqualTo(expected.replace('\'', '"'));
  }

  @Test
  void prefersTheStricterEntry() {
    MaskingEntry soft =
        new MaskingEntry("soft", Set.of(), List.of(), paths("v"), ALL, Operator.LAST4);
    MaskingEntry hard =
        new MaskingEntry("hard", Set.of(), List.of(), paths("v"), ALL, Operator.REDACT);
    assertThat(
            json(
                Maskers.of(List.of(soft, hard)), "{\"v\":\"12345678\",\"c\":\"4111111111111111\"}"))
        .isEqualTo("{\"v\":\"********\",\"c\":\"********\"}");
    assertThat(hits.list()).extracting(MaskingHit::entry).containsOnly("hard");
  }

  @Test
  void equalEntriesMakeEqualMaskers() {
    assertThat(masker(Operator.LABEL)).isEqualTo(masker(Operator.LABEL));
    assertThat(masker(Operator.LABEL)).hasSameHashCodeAs(masker(Operator.LABEL));
    assertThat(masker(Operator.LABEL)).isNotEqualTo(masker(Operator.REDACT));
    assertThat(Maskers.of(List.of())).isEqualTo(Maskers.nothing());
    assertThat(Maskers.nothing().masksNothing()).isTrue();
  }

  @Test
  void masksEverythingForTheRecord() {
    Masker masker = Maskers.everything(List.of(entry(Operator.LAST4, Set.of(), "v")));
    assertThat(json(masker, "{\"v\":\"12345678\",\"m\":\"ann@example.com\"}"))
        .isEqualTo("{\"v\":\"[MASKED]\",\"m\":\"[EMAIL]\"}");
    assertThat(hits.list()).contains(new MaskingHit(Maskers.RECORDING, "EMAIL", 1));
  }

  private String label(String json) {
    return json(masker(Operator.LABEL), json);
  }

  private String json(Masker masker, String json) {
    return new String(masker.json(utf8(json), Keep.NOTHING, hits), StandardCharsets.UTF_8);
  }

  private static Masker masker(Operator operator) {
    return Maskers.of(List.of(entry(operator, ALL, "**.ssn")));
  }

  private static MaskingEntry entry(Operator operator, Set<Detection> detect, String... fields) {
    return new MaskingEntry("data", Set.of(), List.of(), paths(fields), detect, operator);
  }

  private static List<FieldPath> paths(String... fields) {
    return Arrays.stream(fields).map(FieldPath::parse).toList();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
