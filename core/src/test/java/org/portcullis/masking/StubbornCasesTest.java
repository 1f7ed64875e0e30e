package org.portcullis.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.json.StrictJson;
import org.portcullis.masking.MaskingEntry.Operator;

/** Texts over which maskers of this kind have stumbled. */
final class StubbornCasesTest {

  private static final Masker MASKER =
      Maskers.of(
          List.of(
              new MaskingEntry(
                  "data",
                  Set.of(),
                  List.of(),
                  List.of(FieldPath.parse("ssn"), FieldPath.parse("version")),
                  EnumSet.allOf(Detection.class),
                  Operator.LABEL)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1748503543012",
        "f81d4fae-7dec-4123-8a0c-672331071866",
        "46222988-3396-4851-a43e-f8e26e427a29",
        "4bf92f3577b34da6a3ce929d0e0e4736",
        "0.4111111111111111",
        "1.4111111111111111.2",
        "4111111111111111.5",
        "2.3500000000000001E-3",
        "4111111111111112",
        "41111111111111111",
        "user_4111-1111-1111-1111-abcdef01",
        "37.6188 101.694",
        "4444444444444444"
      })
  void leavesNumbersThatAreNoCards(String text) {
    assertThat(MASKER.text(text, new Hits())).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "４１１１ １１１１ １１１１ １１１１            | [CREDIT_CARD]",
        "4111\u200d1111\u200b11111111            | [CREDIT_CARD]",
        "4111–1111–1111–1111                    | [CREDIT_CARD]",
        "٤١١١١١١١١١١١١١١١                       | [CREDIT_CARD]",
        "qty 2 4111 1111 1111 1111 12/30        | qty 2 [CREDIT_CARD] 12/30",
        "4111 1111 1111 1111,5105105105105100   | [CREDIT_CARD],[CREDIT_CARD]",
        "PAN:4111111111111111.                  | PAN:[CREDIT_CARD].",
        "card%3D4111111111111111                | card%3D[CREDIT_CARD]",
        "ann@xn--bcher-kva.example              | [EMAIL]",
        "jürgen@bücher.example                  | [EMAIL]",
        "ann＠example.com                        | [EMAIL]",
        "YW5uQGV4YW1wbGUub3Jn                   | [EMAIL]",
        "a@example.com,b@example.com;c@d.org    | [EMAIL],[EMAIL];[EMAIL]",
        "<ann@example.com>                      | <[EMAIL]>",
        "ann@example.com.                       | [EMAIL].",
        "password=ann@example.com               | password=[EMAIL]",
      })
  void findsValuesInOddSpellings(String text, String expected) {
    assertThat(MASKER.text(text, new Hits())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'body':'{\\'api_key\\':\\'8f14e45fceea167a\\'}'} | {'body':'{\\'api_key\\':\\'[GENERIC_SECRET]\\'}'}",
        "{'q':{'mail':['ann@example.org',5,true]}}         | {'q':{'mail':['[EMAIL]',5,true]}}",
        "{'structuredContent':{'version':'12.1'}}          | {'structuredContent':{'version':'[MASKED]'}}",
        "{'error':{'data':{'ssn':'1','m':'a@example.com'}}} | {'error':{'data':{'ssn':'[MASKED]','m':'[EMAIL]'}}}",
        "{'resource':{'text':'a@example.com'},'_meta':{'x':'a@example.com'}} | {'resource':{'text':'[EMAIL]'},'_meta':{'x':'[EMAIL]'}}",
        "{'tabId':123456789,'tabGroupId':1234567890}       | {'tabId':123456789,'tabGroupId':1234567890}",
        "{'x':'abc\\\\','y':'xy\\\\z\\\\','ssn':'a\\\\'}   | {'x':'abc\\\\','y':'xy\\\\z\\\\','ssn':'[MASKED]'}",
        "{'x':'\\u0061nn\\u0040example.com'}               | {'x':'[EMAIL]'}",
        "{'x':'a\\nann@example.com'}                       | {'x':'a\\n[EMAIL]'}",
        "{'passwords':['x1','y2']}                         | {'passwords':['[GENERIC_SECRET]','[GENERIC_SECRET]']}",
      })
  void masksInsideJson(String json, String expected) {
    byte[] masked =
        MASKER.json(
            json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), Keep.NOTHING, new Hits());
    assertThat(new String(masked, StandardCharsets.UTF_8)).isEqualTo(expected.replace('\'', '"'));
  }

  @Test
  void failsClosedAndTellsNothing() {
    TextNode broken =
        new TextNode("x") {
          private static final long serialVersionUID = 1L;

          @Override
          public String textValue() {
            throw new IllegalStateException("ann@example.com");
          }
        };
    assertThatThrownBy(() -> MASKER.json(broken, Keep.NOTHING, new Hits()))
        .isInstanceOf(MaskingFailed.class)
        .hasMessageNotContaining("ann")
        .hasNoCause();
    assertThatThrownBy(() -> MASKER.json(new POJONode("ann"), Keep.NOTHING, new Hits()))
        .isInstanceOf(MaskingFailed.class)
        .hasMessageNotContaining("ann");
  }

  @Test
  void countsEachValueOnce() {
    Hits hits = new Hits();
    String json =
        "{\"t\":\"{\\\"ssn\\\":\\\"1\\\",\\\"m\\\":\\\"a@example.com\\\"}\",\"n\":[\"b@example.com\"]}";
    MASKER.json(json.getBytes(StandardCharsets.UTF_8), Keep.NOTHING, hits);
    assertThat(hits.list())
        .containsExactly(
            new MaskingHit("data", "EMAIL", 2), new MaskingHit("data", MaskingHit.FIELD, 1));
  }

  @Test
  void masksTheTwinInATextAlike() {
    String data =
        "{\"customers\":[{\"ssn\":\"1\",\"mail\":\"a@example.com\",\"pan\":4111111111111111}]}";
    String message =
        "{\"content\":[{\"type\":\"text\",\"text\":"
            + JsonStrings.quote(data)
            + "}],\"structuredContent\":"
            + data
            + "}";
    byte[] masked = MASKER.json(message.getBytes(StandardCharsets.UTF_8), Keep.NOTHING, new Hits());
    var node = ((StrictJson.Reading.Value) StrictJson.read(masked)).node();
    assertThat(StrictJson.read(node.at("/content/0/text").textValue()))
        .isEqualTo(new StrictJson.Reading.Value(node.get("structuredContent")));
    assertThat(node.at("/structuredContent/customers/0/ssn").textValue()).isEqualTo("[MASKED]");
  }
}
