package org.portcullis.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.e2e.Http;

/**
 * JSON-RPC to the letter: ids keep their type, unknown methods go nowhere, nobody is unanswered.
 */
class MessageE2E {

  private static final FaultsGate GATE = FaultsGate.shared();

  private final String marker = FaultsGate.marker();
  private McpClient client;

  @BeforeEach
  void open() {
    client = McpClient.open(GATE.caller(), "tools");
    GATE.trail().restart();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "9007199254740993", "\"\"", "\"0\"", "\"é\\\"\\\\\"", "\"a b\""})
  void echoesIdsInTheirType(String id) {
    JsonNode allowed = client.answer(McpClient.call(id, "echo", marker));
    assertThat(allowed.get("id").toString()).isEqualTo(id);
    assertThat(allowed.at("/result/content/0/text").asText()).isEqualTo("ran echo");
    JsonNode blocked = client.answer(McpClient.call(id, "wipe", marker + "-no"));
    assertThat(blocked.get("id").toString()).isEqualTo(id);
    JsonNode unknown = client.answer(message(id, "tools/fly"));
    assertThat(unknown.get("id").toString()).isEqualTo(id);
    assertThat(GATE.tools().received(marker)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "1.5", "{}", "[]", "[1]", "true", "1e3", "99999999999999999999"})
  void refusesIdsThatAreNone(String id) {
    Http.Reply reply = client.post(McpClient.call(id, "echo", marker));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/error/code").asInt()).isEqualTo(-32600);
    assertThat(reply.json().get("id").isNull()).isTrue();
    assertNothingForwarded();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":4,\"method\":\"tools/list\",\"params\":{\"m\":\"%s\"}}",
        "{\"jsonrpc\":\"1.0\",\"id\":4,\"method\":\"tools/list\",\"params\":{\"m\":\"%s\"}}",
        "{\"jsonrpc\":2.0,\"id\":4,\"method\":\"tools/list\",\"params\":{\"m\":\"%s\"}}",
        "{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":7,\"params\":{\"m\":\"%s\"}}",
        "{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"tools/list\",\"params\":[\"%s\"]}",
        "{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"tools/list\",\"params\":\"%s\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"tools/list\",\"result\":{\"m\":\"%s\"}}",
        "{\"jsonrpc\":\"2.0\",\"id\":4,\"result\":{},\"error\":{\"code\":1,\"message\":\"%s\"}}",
        "{\"jsonrpc\":\"2.0\",\"id\":4,\"m\":\"%s\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":4,\"Method\":\"tools/list\",\"m\":\"%s\"}"
      })
  void refusesWhatIsNoMessage(String message) {
    Http.Reply reply = client.post(message.formatted(marker));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/error/code").asInt()).isEqualTo(-32600);
    assertThat(reply.json().get("id").asInt()).isEqualTo(4);
    assertNothingForwarded();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tools/fly",
        "echo",
        "tools/call/echo",
        "Tools/Call",
        "tools/call ",
        "tools/list\\u0000",
        "tasks/get",
        "tasks/result",
        "server/discover",
        "resources/write",
        "sampling/createMessage",
        "notifications/initialized",
        ""
      })
  void refusesUnknownMethods(String method) {
    JsonNode answer = client.answer(message("8", method));
    assertThat(answer.at("/error/code").asInt()).isEqualTo(-32601);
    assertThat(answer.get("id").asInt()).isEqualTo(8);
    assertNothingForwarded();
  }

  @ParameterizedTest
  @ValueSource(strings = {"notifications/evil", "tools/call", "notifications/tasks/status", "x"})
  void refusesUnknownNotificationsByTheStatus(String method) {
    Http.Reply reply =
        client.post(
            "{\"jsonrpc\":\"2.0\",\"method\":\"%s\",\"params\":{\"name\":\"echo\",\"m\":\"%s\"}}"
                .formatted(method, marker));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/error/code").asInt()).isEqualTo(-32601);
    assertNothingForwarded();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "notifications/initialized|{}",
        "notifications/roots/list_changed|{}",
        "notifications/cancelled|{\"requestId\":0}",
        "notifications/cancelled|{\"requestId\":\"\"}",
        "notifications/progress|{\"progressToken\":\"t\",\"progress\":0.5}"
      })
  void acceptsNotificationsWithoutABody(String method, String params) {
    Http.Reply reply =
        client.post(
            "{\"jsonrpc\":\"2.0\",\"method\":\"%s\",\"params\":%s}".formatted(method, params));
    assertThat(reply.status()).as(reply.text()).isEqualTo(202);
    assertThat(reply.text()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":{\"m\":\"%s\"}}",
        "{\"jsonrpc\":\"2.0\",\"id\":\"00__f__backend1\",\"result\":{\"m\":\"%s\"}}",
        "{\"jsonrpc\":\"2.0\",\"id\":0,\"error\":{\"code\":-1,\"message\":\"%s\"}}"
      })
  void refusesAnswersThatNobodyWaitsFor(String message) {
    Http.Reply reply = client.post(message.formatted(marker));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/error/code").asInt()).isEqualTo(-32600);
    assertNothingForwarded();
    assertThat(client.answer(McpClient.call("1", "echo", "alive")).has("result")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"echo\",\"arguments\":[\"%s\"]}",
        "{\"name\":\"echo\",\"arguments\":\"%s\"}",
        "{\"name\":\"echo\",\"task\":{\"ttl\":1,\"m\":\"%s\"}}",
        "{\"name\":\"echo\",\"_meta\":{\"progressToken\":{}},\"m\":\"%s\"}",
        "{\"name\":{\"m\":\"%s\"}}",
        "{\"name\":null,\"m\":\"%s\"}",
        "{\"m\":\"%s\"}"
      })
  void refusesParametersOfTheWrongShape(String params) {
    JsonNode answer =
        client.answer(
            "{\"jsonrpc\":\"2.0\",\"id\":8,\"method\":\"tools/call\",\"params\":%s}"
                .formatted(params.formatted(marker)));
    assertThat(answer.at("/error/code").asInt()).isEqualTo(-32602);
    assertThat(answer.get("id").asInt()).isEqualTo(8);
    assertNothingForwarded();
  }

  @Test
  void takesAbsentAndNullArgumentsForNone() {
    for (String rest : new String[] {"", ",\"arguments\":null"}) {
      String message =
          "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"method\":\"tools/call\",\"params\":{\"name\":\"echo\"%s}}"
              .formatted(marker, rest);
      assertThat(client.answer(message).has("result")).isTrue();
    }
    assertThat(GATE.tools().received(marker)).hasSize(2);
    assertThat(GATE.tools().received(marker).get(0).body()).doesNotContain("arguments");
  }

  @Test
  void writesWhatGoesUpAnew() {
    client.answer(
        "{\"extra\":\"%1$s\",\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"evil\":1,\"name\":\"echo\",\"arguments\":{\"text\":\"%1$s\"},\"_meta\":{\"evil\":2}}}"
            .formatted(marker));
    String sent = GATE.tools().received(marker).get(0).body();
    assertThat(sent).contains("\"text\":\"" + marker + "\"").doesNotContain("evil", "extra");
  }

  private void assertNothingForwarded() {
    JsonNode event = GATE.trail().expect("refused");
    assertThat(event.get("connection").asText()).isEqualTo("tools");
    assertThat(event.at("/detail/reason").asText()).isNotEmpty().doesNotContain(marker);
    assertThat(GATE.tools().received(marker)).isEmpty();
  }

  private String message(String id, String method) {
    return "{\"jsonrpc\":\"2.0\",\"id\":%s,\"method\":\"%s\",\"params\":{\"name\":\"echo\",\"m\":\"%s\"}}"
        .formatted(id, method, marker + "-un");
  }
}
