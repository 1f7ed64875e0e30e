package org.portcullis.protocol.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.protocol.mcp.McpClient.request;
import static org.portcullis.protocol.mcp.McpClient.tool;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.masking.Hits;
import org.portcullis.masking.Keep;
import org.portcullis.masking.Masker;
import org.portcullis.masking.MaskingEntry.Operator;
import org.portcullis.masking.MaskingFailed;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.CannedAnswer;
import org.portcullis.protocol.Failure;
import org.portcullis.protocol.TestGate;

class McpAnswerTest {

  private static final String CALL = tool("find", "{}");

  private final McpClient client = McpClient.connected();

  @Test
  void whatIsNotMaskedKeepsItsSpelling() {
    String answer =
        "{ \"jsonrpc\":\"2.0\", \"result\":{\"content\":[],\"n\":1.10,\"big\":12345678901234567890},"
            + " \"id\":1 }";
    client.gate.answer(CannedAnswer.json(answer));
    client.gate.policy.masker = Masking.labels();

    assertThat(TestGate.text(client.post(CALL))).isEqualTo(answer);
  }

  @Test
  void masksEveryPlaceWhereDataCanBe() {
    client.gate.policy.masker = Masking.labels();

    JsonNode message =
        client.call(
            "find",
            "{}",
            "{\"content\":[{\"type\":\"text\",\"text\":\"ann@example.org\"},{\"type\":\"resource\","
                + "\"resource\":{\"uri\":\"a:b\",\"text\":\"bob@example.org\"}},{\"type\":"
                + "\"resource_link\",\"uri\":\"mailto:eve@example.org\",\"name\":\"x\"}],"
                + "\"structuredContent\":{\"ssn\":\"078-05-1120\"},\"_meta\":{\"who\":"
                + "\"dan@example.org\"}}");

    assertThat(message.toString()).doesNotContain("example.org").doesNotContain("078-05");
    assertThat(message.at("/result/content/1/type").asText()).isEqualTo("resource");
  }

  @Test
  void masksErrors() {
    client.gate.policy.masker = Masking.labels();
    client.gate.answer(
        CannedAnswer.json(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32000,\"message\":"
                + "\"no ann@example.org\",\"data\":{\"ssn\":\"1\"},\"x\":1}}"));

    JsonNode error = client.json(CALL).get("error");

    assertThat(error.toString())
        .isEqualTo(
            "{\"code\":-32000,\"message\":\"no [EMAIL]\",\"data\":{\"ssn\":\"[ssn]\"}}"
                .replace("[ssn]", error.at("/data/ssn").asText()));
    assertThat(error.at("/data/ssn").asText()).isNotEqualTo("1");
    assertThat(client.gate.outcome()).isEqualTo("failed");
  }

  @Test
  void idsThatLookLikeDataStay() {
    client.gate.policy.masker = Masking.labels();
    client.gate.answer(
        CannedAnswer.json("{\"jsonrpc\":\"2.0\",\"id\":\"ann@example.org\",\"result\":{}}"));

    assertThat(
            client
                .json("{\"jsonrpc\":\"2.0\",\"id\":\"ann@example.org\",\"method\":\"ping\"}")
                .get("id")
                .asText())
        .isEqualTo("ann@example.org");
  }

  @Test
  void aToolsOwnErrorIsNoted() {
    client.call("find", "{}", "{\"content\":[],\"isError\":true}");

    assertThat(client.gate.outcome()).isEqualTo("failed");
  }

  @Test
  @DisplayName("2.34 structured content that is null is absent")
  void nullStructuredContentIsAbsent() {
    JsonNode result =
        client
            .call(
                "find",
                "{}",
                "{\"content\":[{\"type\":\"text\",\"text\":\"x\"}],\"structuredContent\":null}")
            .get("result");

    assertThat(result.has("structuredContent")).isFalse();
    assertThat(result.at("/content/0/text").asText()).isEqualTo("x");
  }

  @ParameterizedTest
  @DisplayName("2.28 an answer that is none is a defined error")
  @ValueSource(
      strings = {
        "",
        "x",
        "{}",
        "[]",
        "{\"jsonrpc\":\"2.0\",\"id\":1}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{},\"error\":{\"code\":1,\"message\":\"x\"}}",
        "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{}}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":7}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":1}}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"a\":1,\"a\":2}}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}} x",
        "\uFEFF{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}",
        "data: {\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}\n\n"
      })
  void anAnswerThatIsNoneIsADefinedError(String body) {
    client.gate.answer(CannedAnswer.json(body));

    JsonNode message = client.json(CALL);

    assertThat(message.at("/result/content/0/text").asText())
        .startsWith(Failure.UPSTREAM_INVALID.text());
    assertThat(message.get("id").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {202, 204, 200, 301, 302})
  void aStatusWithoutAMessageIsADefinedError(int status) {
    client.gate.answer(CannedAnswer.of(status, "text/plain", ""));

    assertThat(client.json(CALL).get("id").asInt()).isEqualTo(1);
  }

  @Test
  void keysThatDifferInCaseAreDataInAnswers() {
    JsonNode result = client.call("find", "{}", "{\"content\":[],\"x\":1,\"X\":2}").get("result");

    assertThat(result.get("X").asInt()).isEqualTo(2);
  }

  @Test
  void aTornSurrogateInAListPasses() {
    client.gate.answer(
        CannedAnswer.json(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[{\"name\":\"a\",\"description\":"
                + "\"\\ud83d\"}]}}"));

    assertThat(TestGate.text(client.post(request(1, "tools/list", "{}"))))
        .containsIgnoringCase("\\ud83d");
  }

  @Test
  void anAnswerThatCannotBeMaskedIsWithheld() {
    client.gate.policy.masker = new BrokenMasker();

    JsonNode message = client.call("find", "{}", "{\"content\":[{\"text\":\"secret\"}]}");

    assertThat(message.toString()).contains(Failure.MASKING_FAILED.text()).doesNotContain("secret");
  }

  @Test
  void aClientThatTakesNoStreamGetsTheAnswerAsJson() {
    client.set("accept", "application/json");
    client.gate.answer(
        CannedAnswer.events(
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\",\"params\":{}}",
            "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"roots/list\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"content\":[]}}"));

    Answer answer = client.post(CALL);

    assertThat(answer).isInstanceOf(Answer.Whole.class);
    assertThat(TestGate.json(TestGate.text(answer)).has("result")).isTrue();
    assertThat(client.post("{\"jsonrpc\":\"2.0\",\"id\":5,\"result\":{}}").status()).isEqualTo(400);
  }

  @Test
  void aClientThatTakesNoStreamIsToldWhenItBreaks() {
    client.set("accept", "application/json");
    client.gate.answer(CannedAnswer.events("{\"jsonrpc\":\"2.0\",\"method\":\"x\",\"params\":{}}"));

    assertThat(client.json(CALL).at("/result/content/0/text").asText())
        .startsWith(Failure.UPSTREAM_BROKEN.text());
  }

  @Test
  void maskedStructuredContentThatNoSchemaIsKnownForPasses() {
    client.gate.policy.masker = Masking.of(Operator.NULL, "ssn");

    assertThat(
            client
                .call("find", "{}", "{\"content\":[],\"structuredContent\":{\"ssn\":\"1\"}}")
                .at("/result/structuredContent/ssn")
                .isNull())
        .isTrue();
  }

  /** Fails always. */
  private static final class BrokenMasker implements Masker {

    @Override
    public boolean masksNothing() {
      return false;
    }

    @Override
    public byte[] json(byte[] utf8, Keep keep, Hits hits) {
      throw new MaskingFailed("broken on purpose");
    }

    @Override
    public JsonNode json(JsonNode value, Keep keep, Hits hits) {
      return value;
    }

    @Override
    public String text(String text, Hits hits) {
      return text;
    }
  }
}
