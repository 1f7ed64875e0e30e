package org.portcullis.protocol.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.protocol.mcp.McpClient.messages;
import static org.portcullis.protocol.mcp.McpClient.request;
import static org.portcullis.protocol.mcp.McpClient.tool;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.CannedAnswer;
import org.portcullis.protocol.TestGate;

class McpServerRequestTest {

  private static final String CALL = tool("find", "{}");

  private static final String RESULT =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"content\":[{\"text\":\"ann@example.org\"}]}}";

  private final McpClient client = McpClient.connected();

  private Answer stream(String text) {
    client.gate.answer(CannedAnswer.stream(text));
    return client.post(CALL);
  }

  private static String event(String data) {
    return "event: message\ndata: " + data + "\n\n";
  }

  private static String ask(int id, String method, String params) {
    return request(id, method, params);
  }

  @Test
  @DisplayName("2.07 a client answers a ping of the server, once")
  void aClientAnswersAPingOnce() {
    client.gate.answer(CannedAnswer.stream(event(ask(0, "ping", "{}"))));
    client.gate.answer(CannedAnswer.of(202, "text/plain", ""));
    String pong = "{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":{}}";

    List<JsonNode> messages = messages(client.send("GET", ""));

    assertThat(messages.get(0))
        .isEqualTo(TestGate.json(ask(0, "ping", "{}").replace(",\"params\":{}", "")));
    assertThat(client.post(pong).status()).isEqualTo(202);
    assertThat(TestGate.json(client.gate.lastBody())).isEqualTo(TestGate.json(pong));
    assertThat(client.post(pong).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @DisplayName("2.05 an answer to nothing is refused and the service lives")
  @ValueSource(strings = {"\"00__f__backend1\"", "\"\"", "0", "\"0\"", "-5"})
  void anAnswerToNothingIsRefused(String id) {
    assertThat(client.post("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{}}").status())
        .isEqualTo(400);
    assertThat(client.gate.sent).isEmpty();
  }

  @Test
  void anAnswerBelongsToTheSessionThatWasAsked() {
    client.gate.answer(CannedAnswer.stream(event(ask(0, "roots/list", "{}"))));
    assertThat(messages(client.send("GET", ""))).hasSize(1);
    client.gate.answer(
        CannedAnswer.json(McpClient.INITIALIZED.formatted("2025-11-25"))
            .with("mcp-session-id", "U-2"));
    Answer other = client.post(McpClient.INITIALIZE.formatted("2025-11-25"));
    client.set("mcp-session-id", other.headers().only("mcp-session-id").orElseThrow());

    assertThat(client.post("{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":{}}").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "roots/list|{}",
        "elicitation/create|{\"message\":\"m\",\"requestedSchema\":{\"type\":\"object\"}}",
        "elicitation/create|{\"mode\":\"form\",\"message\":\"m\",\"requestedSchema\":{}}",
        "sampling/createMessage|{\"messages\":[{\"role\":\"user\",\"content\":{\"type\":\"text\","
            + "\"text\":\"x\"}}],\"maxTokens\":5}"
      })
  void someRequestsOfTheServerPass(String call) {
    int bar = call.indexOf('|');

    List<JsonNode> messages =
        messages(
            stream(event(ask(7, call.substring(0, bar), call.substring(bar + 1))) + event(RESULT)));

    assertThat(messages).hasSize(2);
    assertThat(messages.get(0).get("id").asInt()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "elicitation/create|{\"mode\":\"url\",\"message\":\"m\",\"url\":\"https://x\"}",
        "elicitation/create|{\"message\":\"m\",\"url\":\"https://x\",\"requestedSchema\":{}}",
        "sampling/createMessage|{\"messages\":[],\"tools\":[]}",
        "sampling/createMessage|{\"messages\":[],\"toolChoice\":{}}",
        "sampling/createMessage|{\"messages\":[{\"content\":[{\"type\":\"tool_use\"}]}]}",
        "sampling/createMessage|{\"messages\":[{\"content\":{\"type\":\"tool_result\"}}]}",
        "tools/call|{\"name\":\"x\"}",
        "tasks/get|{}"
      })
  void otherRequestsOfTheServerGoNowhere(String call) {
    int bar = call.indexOf('|');

    List<JsonNode> messages =
        messages(
            stream(event(ask(7, call.substring(0, bar), call.substring(bar + 1))) + event(RESULT)));

    assertThat(messages).hasSize(1);
    assertThat(client.post("{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{}}").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "notifications/tasks/status",
        "notifications/elicitation/complete",
        "notifications/initialized",
        "x"
      })
  void unknownNotificationsOfTheServerGoNowhere(String method) {
    assertThat(
            messages(
                stream(
                    event("{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\"}") + event(RESULT))))
        .hasSize(1);
  }

  @Test
  void anUpdateOfAHiddenResourceIsNotTold() {
    client.gate.policy.hide("resource:subscribe:crm://s/1");
    client.gate.policy.hide("resource:read:crm://s/1");
    String update =
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/resources/updated\",\"params\":"
            + "{\"uri\":\"crm://%s/1\"}}";

    assertThat(
            messages(
                stream(
                    event(update.formatted("s")) + event(update.formatted("c")) + event(RESULT))))
        .hasSize(2);
  }

  @Test
  void theSchemaOfAFormIsNotStruckByASelector() {
    client.gate.policy.masker = Masking.labels();
    String form =
        ask(
            7,
            "elicitation/create",
            "{\"message\":\"for ann@example.org\",\"requestedSchema\":{\"type\":\"object\","
                + "\"properties\":{\"ssn\":{\"type\":\"string\"}}}}");

    JsonNode params = messages(stream(event(form) + event(RESULT))).get(0).get("params");

    assertThat(params.at("/requestedSchema/properties/ssn/type").asText()).isEqualTo("string");
    assertThat(params.toString()).doesNotContain("ann@");
  }
}
