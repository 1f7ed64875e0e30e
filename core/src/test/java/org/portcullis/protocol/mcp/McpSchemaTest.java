package org.portcullis.protocol.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.protocol.mcp.McpClient.request;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.json.StrictJson;
import org.portcullis.masking.MaskingEntry.Operator;
import org.portcullis.protocol.CannedAnswer;
import org.portcullis.protocol.TestGate;

class McpSchemaTest {

  private static final String ANSWER =
      "{\"content\":[{\"type\":\"text\",\"text\":\"x\"}],\"structuredContent\":{\"name\":\"Ann\","
          + "\"ssn\":\"078-05-1120\"}}";

  private final McpClient client = McpClient.connected();

  private void declare(String ssn, String required) {
    declare(
        "{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"},\"ssn\":"
            + ssn
            + "},\"required\":"
            + required
            + "}");
  }

  private void declare(String schema) {
    client.gate.answer(
        CannedAnswer.json(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[{\"name\":\"find\",\"inputSchema\":"
                + "{},\"outputSchema\":"
                + schema
                + "}]}}"));
    client.post(request(1, "tools/list", "{}"));
    client.gate.policy.masker = Masking.of(Operator.LABEL, "ssn");
  }

  @Test
  void whatToolsDeclareAboutArgumentsIsRemembered() {
    declare("{\"type\":\"string\"}", "[]");

    assertThat(client.gate.schemas.of("desk", "find")).contains(StrictJson.object());
    assertThat(client.gate.schemas.of("other", "find")).isEmpty();
  }

  @Test
  void whatStillFitsPasses() {
    declare("{\"type\":\"string\"}", "[\"ssn\"]");

    JsonNode content = client.call("find", "{}", ANSWER).at("/result/structuredContent");

    assertThat(content.get("ssn").isTextual()).isTrue();
    assertThat(content.toString()).doesNotContain("078-05");
  }

  @Test
  void anOptionalMemberThatDoesNotFitIsDropped() {
    declare("{\"type\":\"string\",\"pattern\":\"^[0-9-]+$\"}", "[\"name\"]");

    JsonNode content = client.call("find", "{}", ANSWER).at("/result/structuredContent");

    assertThat(content).isEqualTo(TestGate.json("{\"name\":\"Ann\"}"));
  }

  @Test
  void aRequiredMemberThatDoesNotFitIsNullWhereNullIsAllowed() {
    declare("{\"type\":[\"string\",\"null\"],\"pattern\":\"^[0-9-]+$\"}", "[\"ssn\"]");

    JsonNode content = client.call("find", "{}", ANSWER).at("/result/structuredContent");

    assertThat(content).isEqualTo(TestGate.json("{\"name\":\"Ann\",\"ssn\":null}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"string\",\"pattern\":\"^[0-9-]+$\"}",
        "{\"enum\":[\"078-05-1120\"]}",
        "{\"$ref\":\"https://evil.example/schema.json\"}",
        "{\"type\":\"string\",\"pattern\":\"(?=a)b\"}"
      })
  void whatCannotFitIsWithheld(String ssn) {
    declare(ssn, "[\"ssn\"]");

    JsonNode message = client.call("find", "{}", ANSWER);

    assertThat(message.at("/result/isError").asBoolean()).isTrue();
    assertThat(message.at("/result/content/0/text").asText())
        .isEqualTo(
            "The answer cannot be shown masked in the form its schema demands; it is withheld.");
    assertThat(message.toString()).doesNotContain("078-05");
    assertThat(client.gate.outcome()).isEqualTo("masking-failed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://json-schema.org/draft-07/schema#",
        "https://json-schema.org/draft/2020-12/schema",
        "https://json-schema.org/draft/2019-09/schema"
      })
  void takesTheDialectThatTheSchemaNames(String dialect) {
    declare(
        "{\"$schema\":\""
            + dialect
            + "\",\"type\":\"object\",\"properties\":{\"ssn\":{\"maxLength\":2}}}");

    JsonNode content = client.call("find", "{}", ANSWER).at("/result/structuredContent");

    assertThat(content).isEqualTo(TestGate.json("{\"name\":\"Ann\"}"));
  }

  @Test
  void aPatternThatWouldTakeForEverDoesNot() {
    declare("{\"type\":\"string\",\"pattern\":\"^(a+)+$\"}", "[]");
    String slow = "a".repeat(5000) + "!";

    JsonNode message =
        client.call(
            "find",
            "{}",
            "{\"content\":[],\"structuredContent\":{\"name\":\"x\",\"ssn\":\"" + slow + "\"}}");

    assertThat(message.at("/result/structuredContent").has("ssn")).isFalse();
  }

  @Test
  void aToolsErrorNeedsNoSchema() {
    declare("{\"enum\":[1]}", "[\"ssn\"]");

    JsonNode message =
        client.call(
            "find",
            "{}",
            "{\"isError\":true,\"content\":[],\"structuredContent\":{\"ssn\":\"078-05-1120\"}}");

    assertThat(message.at("/result").has("structuredContent")).isTrue();
    assertThat(message.toString()).doesNotContain("078-05");
  }

  @Test
  void nothingIsCheckedWhereNothingIsMasked() {
    declare("{\"type\":\"integer\"}", "[\"ssn\"]");
    client.gate.policy.masker = Masking.of(Operator.LABEL, "other");

    assertThat(client.call("find", "{}", ANSWER).at("/result/structuredContent/ssn").asText())
        .isEqualTo("078-05-1120");
  }

  @Test
  void theTextTwinIsMaskedToo() {
    declare("{\"type\":\"string\"}", "[]");

    JsonNode message =
        client.call(
            "find",
            "{}",
            "{\"content\":[{\"type\":\"text\",\"text\":\"{\\\"ssn\\\":\\\"078-05-1120\\\"}\"}],"
                + "\"structuredContent\":{\"ssn\":\"078-05-1120\"}}");

    assertThat(message.toString()).doesNotContain("078-05");
  }
}
