package org.portcullis.protocol.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.protocol.mcp.McpClient.request;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.CannedAnswer;
import org.portcullis.protocol.TestGate;

class McpMessageTest {

  private static final String PING = request(1, "ping", "{}");

  private static final String PONG = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}";

  private final McpClient client = McpClient.connected();

  @ParameterizedTest
  @DisplayName("2.04 refuses ids that are no text and no integer")
  @ValueSource(strings = {"null", "1.5", "1.0", "1e3", "{}", "[]", "true", "9223372036854775808"})
  void refusesIdsOfOtherTypes(String id) {
    Answer answer =
        client.post("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/list\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(TestGate.json(TestGate.text(answer)).at("/error/code").asInt()).isEqualTo(-32600);
    assertThat(client.gate.sent).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("2.01 and 2.02 echo ids in the type in which they came")
  @ValueSource(strings = {"0", "\"0\"", "\"\"", "-1", "\"a@b:c/d|e,f+ü\"", "9007199254740993"})
  void echoesIdsAsTheyCame(String id) {
    client.gate.answer(CannedAnswer.json("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{}}"));

    String answer =
        TestGate.text(client.post("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"ping\"}"));

    assertThat(TestGate.json(answer).get("id")).isEqualTo(TestGate.json(id));
    assertThat(TestGate.json(client.gate.lastBody()).get("id")).isEqualTo(TestGate.json(id));
  }

  @Test
  @DisplayName("2.02 understands an upstream that changes the id's type, and restores it")
  void restoresTheIdsType() {
    client.gate.answer(CannedAnswer.json("{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"result\":{}}"));

    assertThat(client.json(PING).get("id").isInt()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}",
        "{\"id\":1,\"method\":\"ping\"}",
        "{\"jsonrpc\":2.0,\"id\":1,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[]}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":null}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"result\":{}}",
        "{\"jsonrpc\":\"2.0\",\"id\":1}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{},\"error\":{\"code\":1,\"message\":\"\"}}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":7}",
        "\"ping\"",
        "7"
      })
  void refusesWhatIsNoMessage(String body) {
    Answer answer = client.post(body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(TestGate.json(TestGate.text(answer)).at("/error/code").asInt()).isEqualTo(-32600);
    assertThat(client.gate.sent).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"jsonrpc\":\"2.0\"} x", "{'a':1}", "NaN", "\uFEFF{}"})
  void refusesWhatIsNotJson(String body) {
    Answer answer = client.post(body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(TestGate.json(TestGate.text(answer)).at("/error/code").asInt()).isEqualTo(-32700);
    assertThat(TestGate.json(TestGate.text(answer)).get("id").isNull()).isTrue();
  }

  @Test
  void refusesUtf16() {
    assertThat(client.post(PING.getBytes(StandardCharsets.UTF_16)).status()).isEqualTo(400);
    assertThat(client.post(PING.getBytes(StandardCharsets.UTF_16LE)).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @DisplayName("1.10 and ~2 refuse keys that two readers could take differently")
  @ValueSource(
      strings = {
        "{\"name\":\"srv__greet\",\"Name\":\"srv__wipe\",\"arguments\":{}}",
        "{\"name\":\"a\",\"name\":\"b\"}",
        "{\"name\":\"a\",\"arguments\":{\"x\":1,\"X\":2}}",
        "{\"name\":\"a\",\"arguments\":{},\"Arguments\":{\"y\":1}}",
        "{\"uri\":\"a:b\",\"URI\":\"c:d\"}"
      })
  void refusesKeysThatCollide(String params) {
    Answer answer = client.post(request(1, "tools/call", params));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(TestGate.json(TestGate.text(answer)).at("/error/code").asInt()).isEqualTo(-32600);
    assertThat(client.gate.sent).isEmpty();
    assertThat(client.gate.events).hasSize(1);
  }

  @Test
  @DisplayName("2.10 answers an unknown method with -32601 and its id")
  void answersUnknownMethods() {
    Answer answer = client.post(request(5, "tools/fly", "{}"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(TestGate.json(TestGate.text(answer)).at("/error/code").asInt()).isEqualTo(-32601);
    assertThat(TestGate.json(TestGate.text(answer)).get("id").asInt()).isEqualTo(5);
    assertThat(client.gate.sent).isEmpty();
  }

  @Test
  @DisplayName("2.11 an unknown method ends its answer even when the client takes streams")
  void answersUnknownMethodsWhole() {
    assertThat(client.set("accept", "*/*").post(request(5, "tools/fly", "{}")))
        .isInstanceOf(Answer.Whole.class);
  }

  @Test
  @DisplayName("1.16 a method that is a tool's name runs nothing")
  void aToolsNameIsNoMethod() {
    assertThat(client.json(request(1, "refund", "{\"amount\":1}")).at("/error/code").asInt())
        .isEqualTo(-32601);
    assertThat(client.gate.sent).isEmpty();
  }

  @Test
  void membersThatBelongToNoMessageStayBehind() {
    client.gate.answer(CannedAnswer.json(PONG));

    client.post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"x\":1,\"params\":{\"y\":2}}");

    assertThat(client.gate.lastBody())
        .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}");
  }

  @Test
  void aRequestWithoutAnIdIsNoNotification() {
    Answer answer =
        client.post(
            "{\"jsonrpc\":\"2.0\",\"method\":\"tools/call\",\"params\":{\"name\":\"refund\"}}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(client.gate.sent).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("1.29 tasks are not offered, so none can be someone else's")
  @ValueSource(strings = {"tasks/get", "tasks/result", "tasks/list", "tasks/cancel"})
  void tasksAreNotOffered(String method) {
    assertThat(client.json(request(1, method, "{\"taskId\":\"t1\"}")).at("/error/code").asInt())
        .isEqualTo(-32601);
    assertThat(client.gate.sent).isEmpty();
  }
}
