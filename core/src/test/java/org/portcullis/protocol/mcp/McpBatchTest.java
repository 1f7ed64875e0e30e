package org.portcullis.protocol.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.protocol.mcp.McpClient.INITIALIZE;
import static org.portcullis.protocol.mcp.McpClient.request;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.policy.Effect;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.CannedAnswer;
import org.portcullis.protocol.Failure;
import org.portcullis.protocol.TestGate;

class McpBatchTest {

  private static final String FIND = call(1, "find");
  private static final String DROP = call(2, "drop");
  private static final String DONE =
      "{\"jsonrpc\":\"2.0\",\"id\":\"notifications\",\"method\":\"x\"}";

  private final McpClient client = McpClient.connected("2025-03-26");

  private static String call(int id, String tool) {
    return request(id, "tools/call", "{\"name\":\"" + tool + "\",\"arguments\":{}}");
  }

  private static String result(int id) {
    return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{\"content\":[]}}";
  }

  private static String batch(String... messages) {
    return "[" + String.join(",", messages) + "]";
  }

  @Test
  @DisplayName("~2 every element is decided, and one refusal keeps all of them back")
  void oneRefusalKeepsAllBack() {
    client.gate.policy.rule("never", Effect.BLOCK, "tool:drop");

    Answer answer = client.post(batch(FIND, DROP, request(3, "ping", "{}")));

    JsonNode messages = TestGate.json(TestGate.text(answer));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(client.gate.sent).isEmpty();
    assertThat(messages).hasSize(3);
    assertThat(messages.at("/0/result/content/0/text").asText())
        .startsWith("Not run, because another element of the batch was refused");
    assertThat(messages.at("/1/result/content/0/text").asText())
        .startsWith("Blocked by rule never in policy 7: tool:drop.");
    assertThat(messages.at("/2/error/code").asInt()).isEqualTo(4403);
  }

  @Test
  void oneQuestionKeepsAllBack() {
    client.gate.policy.rule("ask", Effect.APPROVE, "tool:drop");

    JsonNode messages = client.json(batch(FIND, DROP));

    assertThat(messages.at("/0/result/content/0/text").asText()).startsWith("Not run");
    assertThat(messages.at("/1/result/content/0/text").asText()).startsWith("Approval A-77");
    assertThat(client.gate.sent).isEmpty();
  }

  @Test
  void sameToolTwiceIsTwoCommands() {
    client.gate.policy.rule("never", Effect.BLOCK, "tool:drop");

    JsonNode messages = client.json(batch(DROP, call(3, "drop")));

    assertThat(messages.at("/0/id").asInt()).isEqualTo(2);
    assertThat(messages.at("/1/result/content/0/text").asText()).startsWith("Blocked by rule");
  }

  @Test
  void anAllowedBatchGoesAsABatch() {
    client.gate.answer(CannedAnswer.json(batch(result(2), result(1))));

    JsonNode messages =
        client.json(
            batch(FIND, DROP, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}"));

    assertThat(TestGate.json(client.gate.lastBody())).hasSize(3);
    assertThat(messages).hasSize(2);
    assertThat(messages.at("/0/id").asInt()).isEqualTo(2);
  }

  @Test
  void aBatchThatIsAnsweredInPartIsAnsweredInWhole() {
    client.gate.answer(CannedAnswer.json(batch(result(2))));

    JsonNode messages = client.json(batch(FIND, DROP));

    assertThat(messages).hasSize(2);
    assertThat(messages.at("/0/result/content/0/text").asText())
        .startsWith(Failure.UPSTREAM_INVALID.text());
  }

  @Test
  void aBatchOfNotificationsIsAccepted() {
    client.gate.answer(CannedAnswer.of(202, "text/plain", ""));

    assertThat(
            client
                .post(batch("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}"))
                .status())
        .isEqualTo(202);
  }

  @Test
  void anUnknownMethodKeepsTheOthersBack() {
    JsonNode messages = client.json(batch(FIND, request(2, "tools/fly", "{}")));

    assertThat(messages.at("/0/error/message").asText()).startsWith("Not run");
    assertThat(messages.at("/1/error/code").asInt()).isEqualTo(-32601);
    assertThat(client.gate.sent).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("~2 refuses arrays that are no batch")
  @ValueSource(strings = {"[]", "[[]]", "[7]", "[{}]", "[null]"})
  void refusesArraysThatAreNoBatch(String body) {
    assertRefused(client.post(body));
  }

  @Test
  void refusesNestedAndMixedAndRepeated() {
    assertRefused(client.post(batch(FIND, batch(DROP))));
    assertRefused(client.post(batch(FIND, "{\"jsonrpc\":\"2.0\",\"id\":9,\"result\":{}}")));
    assertRefused(client.post(batch(FIND, FIND)));
    assertRefused(client.post(batch(FIND, INITIALIZE.formatted("2025-03-26"))));
    assertRefused(
        client.post(batch(FIND, DROP, call(3, "a"), call(4, "a"), call(5, "a"), call(6, "a"))));
    assertRefused(client.post(batch(FIND, DONE.replace("\"2.0\"", "\"3.0\""))));
  }

  @ParameterizedTest
  @DisplayName("~2 later versions have no batches, not even of one")
  @ValueSource(strings = {"2025-06-18", "2025-11-25"})
  void laterVersionsHaveNone(String version) {
    McpClient later = McpClient.connected(version);

    assertRefused(later.post(batch(FIND)));
    assertThat(later.gate.sent).isEmpty();
  }

  @Test
  void initializeInABatchOpensNothing() {
    McpClient fresh = new McpClient();

    assertThat(fresh.post(batch(INITIALIZE.formatted("2025-03-26"))).status()).isEqualTo(400);
    assertThat(fresh.gate.sessions.open()).isEmpty();
  }

  private void assertRefused(Answer answer) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(TestGate.json(TestGate.text(answer)).at("/error/code").asInt()).isEqualTo(-32600);
    assertThat(client.gate.sent).isEmpty();
  }
}
