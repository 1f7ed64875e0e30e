package org.portcullis.protocol.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.portcullis.protocol.mcp.McpClient.messages;
import static org.portcullis.protocol.mcp.McpClient.request;
import static org.portcullis.protocol.mcp.McpClient.tool;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.CannedAnswer;
import org.portcullis.protocol.Failure;
import org.portcullis.protocol.TestGate;

class McpStreamTest {

  private static final String CALL = tool("find", "{}");
  private static final String RESULT =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"content\":[{\"text\":\"ann@example.org\"}]}}";
  private static final String PROGRESS =
      "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{\"progressToken\":"
          + "\"p\",\"progress\":1,\"message\":\"for ann@example.org\"}}";

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
  void relaysEachEventMaskedAsItComes() {
    client.gate.policy.masker = Masking.labels();

    Answer answer = stream(event(PROGRESS) + event(RESULT));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().only("content-type")).contains("text/event-stream");
    List<JsonNode> messages = messages(answer);
    assertThat(messages).hasSize(2);
    assertThat(messages.toString()).doesNotContain("example.org");
    assertThat(messages.get(0).at("/params/progressToken").asText()).isEqualTo("p");
  }

  @Test
  void sendsEachEventBeforeItReadsTheNext() throws IOException {
    CannedAnswer canned = CannedAnswer.broken(event(PROGRESS));
    client.gate.answer(canned);
    List<String> pieces = new ArrayList<>();

    ((Answer.Streamed) client.post(CALL))
        .body()
        .writeTo(piece -> pieces.add(new String(piece, StandardCharsets.UTF_8)));

    assertThat(pieces.get(0)).contains("notifications/progress");
    assertThat(canned.closed).isTrue();
  }

  @Test
  @DisplayName("3.01 3.02 3.04 takes every spelling of an event and writes one")
  void takesEverySpellingOfAnEvent() {
    String text = TestGate.text(stream("data:" + RESULT + "\r\r"));

    assertThat(text).isEqualTo("event: message\ndata: " + RESULT + "\n\n");
  }

  @Test
  @DisplayName("3.05 comments pass without what they say")
  void commentsPassWithoutTheirText() {
    assertThat(TestGate.text(stream(": ping ann@example.org\n\n" + event(RESULT))))
        .startsWith(":\n\nevent: message\n");
  }

  @Test
  @DisplayName("2.40 exactly one answer a request")
  void oneAnswerARequest() {
    assertThat(messages(stream(event(RESULT) + event(RESULT)))).hasSize(1);
  }

  @Test
  void anAnswerToSomethingElseGoesNowhere() {
    assertThat(messages(stream(event(RESULT.replace("\"id\":1", "\"id\":2")) + event(RESULT))))
        .hasSize(1);
  }

  @Test
  @DisplayName("3.11 a stream that ends before the answer ends with an error")
  void aStreamWithoutAnAnswerEndsWithAnError() {
    List<JsonNode> messages = messages(stream(event(PROGRESS)));

    assertThat(messages.get(1).at("/error/code").asInt()).isEqualTo(-32603);
    assertThat(messages.get(1).get("id").asInt()).isEqualTo(1);
    assertThat(client.gate.outcome()).isEqualTo("upstream-broken");
  }

  @Test
  @DisplayName("3.11 a stream that breaks off ends with an error")
  void aBrokenStreamEndsWithAnError() {
    client.gate.answer(CannedAnswer.broken(event(PROGRESS) + "data: {\"half\":"));

    List<JsonNode> messages = messages(client.post(CALL));

    assertThat(messages).hasSize(2);
    assertThat(messages.get(1).at("/error/message").asText())
        .isEqualTo(Failure.UPSTREAM_BROKEN.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"half\":",
        "hello",
        "{\"jsonrpc\":\"2.0\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{},\"error\":{}}",
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"result\":{}}"
      })
  void aMalformedEventEndsTheStream(String data) {
    List<JsonNode> messages = messages(stream(event(data) + event(RESULT)));

    assertThat(messages).hasSize(1);
    assertThat(messages.get(0).at("/error/message").asText())
        .isEqualTo(Failure.UPSTREAM_INVALID.text());
    assertThat(client.gate.outcome()).isEqualTo("upstream-invalid");
  }

  @Test
  void anEventOverTheLimitEndsTheStream() {
    List<JsonNode> messages = messages(stream("data: " + "x".repeat(70_000)));

    assertThat(messages.get(0).at("/error/message").asText())
        .isEqualTo(Failure.UPSTREAM_TOO_LARGE.text());
  }

  @Test
  @DisplayName("3.17 events without data pass from 2025-11-25 on only")
  void eventsWithoutDataAreOfTheNewestVersion() {
    String text = "id: e1\ndata:\n\nretry: 10\n\n" + event(RESULT);
    McpClient older = McpClient.connected("2025-06-18");
    older.gate.answer(CannedAnswer.stream(text));

    assertThat(TestGate.text(stream(text))).startsWith("id: e1\ndata: \n\nretry: 10\n\nevent:");
    assertThat(TestGate.text(older.post(CALL))).startsWith("event: message\n");
  }

  @Test
  void anIdThatHoldsDataIsLeftOut() {
    client.gate.policy.masker = Masking.labels();

    assertThat(TestGate.text(stream("id: ann@example.org\n" + event(RESULT))))
        .doesNotContain("ann@")
        .doesNotContain("id: ");
  }

  @Test
  void aStreamThatMayBeTakenUpAgainEndsWithoutAnError() {
    assertThat(messages(stream("id: e1\ndata:\n\n"))).isEmpty();

    client.gate.policy.masker = Masking.labels();
    client.gate.answer(CannedAnswer.stream("id: e2\n" + event(RESULT)));
    client.set("last-event-id", "e1").drop("content-type");
    Answer resumed = client.send("GET", "");

    assertThat(client.gate.sent.get(1).headers().only("last-event-id")).contains("e1");
    assertThat(messages(resumed)).hasSize(1);
  }

  @Test
  void aTakenUpStreamHidesWhatTheFirstOneWould() {
    client.gate.policy.masker = Masking.labels();
    assertThat(messages(stream("id: e1\ndata:\n\n"))).isEmpty();
    client.gate.policy.masker = Masking.of(org.portcullis.masking.MaskingEntry.Operator.LABEL, "x");
    client.gate.answer(
        CannedAnswer.stream(
            event("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"ssn\":\"078-05-1120\"}}")));

    assertThat(messages(client.set("last-event-id", "e1").send("GET", "")).toString())
        .doesNotContain("078-05")
        .contains("\"id\":1");
  }

  @Test
  @DisplayName("2.31 a cancelled request gets no answer and no error")
  void aCancelledRequestGetsNoAnswer() throws IOException {
    client.gate.answer(CannedAnswer.stream(event(PROGRESS) + event(RESULT)));
    client.gate.answer(CannedAnswer.of(202, "text/plain", ""));
    Answer.Streamed answer = (Answer.Streamed) client.post(CALL);
    List<String> pieces = new ArrayList<>();

    answer
        .body()
        .writeTo(
            piece -> {
              pieces.add(new String(piece, StandardCharsets.UTF_8));
              client.post(
                  "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":"
                      + "{\"requestId\":1,\"reason\":\"enough\"}}");
            });

    assertThat(pieces).hasSize(1);
    assertThat(client.gate.lastBody()).contains("notifications/cancelled", "\"requestId\":1");
    assertThat(client.gate.sent.get(1).headers().only("mcp-session-id")).contains("U-1");
  }

  @Test
  void aCancelledRequestWhoseStreamEndsGetsNoError() throws IOException {
    client.gate.answer(CannedAnswer.stream(event(PROGRESS)));
    client.gate.answer(CannedAnswer.of(202, "text/plain", ""));
    List<String> pieces = new ArrayList<>();

    ((Answer.Streamed) client.post(CALL))
        .body()
        .writeTo(
            piece -> {
              pieces.add(new String(piece, StandardCharsets.UTF_8));
              client.post(
                  "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":"
                      + "{\"requestId\":1}}");
            });

    assertThat(pieces).hasSize(1);
  }

  @Test
  @DisplayName("3.14 a client that leaves ends the upstream call")
  void aClientThatLeavesEndsTheUpstreamCall() {
    CannedAnswer canned = CannedAnswer.stream(event(PROGRESS) + event(RESULT));
    client.gate.answer(canned);
    Answer.Streamed answer = (Answer.Streamed) client.post(CALL);

    assertThatThrownBy(
            () ->
                answer
                    .body()
                    .writeTo(
                        piece -> {
                          throw new IOException("gone");
                        }))
        .isInstanceOf(IOException.class);
    assertThat(canned.closed).isTrue();
    assertThat(client.gate.outcome()).isEqualTo("client-gone");
  }

  @Test
  void aSessionThatIsEndedEndsItsStreams() throws IOException {
    client.gate.answer(CannedAnswer.stream(event(PROGRESS) + event(PROGRESS) + event(RESULT)));
    List<String> pieces = new ArrayList<>();

    ((Answer.Streamed) client.post(CALL))
        .body()
        .writeTo(
            piece -> {
              pieces.add(new String(piece, StandardCharsets.UTF_8));
              client
                  .gate
                  .sessions
                  .find("S-1", TestGate.caller("alice"), client.gate.connections.get("desk"))
                  .ifPresent(client.gate.sessions::end);
            });

    assertThat(pieces).hasSize(2);
    assertThat(pieces.get(1)).contains(Failure.SESSION_ENDED.text());
    assertThat(client.gate.outcome()).isEqualTo("session-ended");
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

  @Test
  void aBatchOfAnswersInOneEventBecomesOneEventEach() {
    McpClient older = McpClient.connected("2025-03-26");
    older.gate.answer(CannedAnswer.stream(event("[" + PROGRESS + "," + RESULT + "]")));

    assertThat(messages(older.post(CALL))).hasSize(2);
  }

  @Test
  @DisplayName("2.20 a listening client is greeted at once")
  void aListeningClientIsGreeted() {
    client.gate.answer(CannedAnswer.stream(""));

    assertThat(TestGate.text(client.send("GET", ""))).isEqualTo(": connected\n\n");
  }

  @Test
  void answersDoNotComeOnANewListeningStream() {
    client.gate.answer(CannedAnswer.stream(event(RESULT)));

    assertThat(messages(client.send("GET", ""))).isEmpty();
  }

  @Test
  @DisplayName("2.19 an upstream without a listening stream is 405")
  void anUpstreamThatDoesNotListen() {
    client.gate.answer(CannedAnswer.of(405, "text/plain", ""));

    Answer answer = client.send("GET", "");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.headers().only("allow")).contains("POST, DELETE");
  }

  @Test
  void listeningNeedsAClientThatTakesStreams() {
    assertThat(client.set("accept", "application/json").send("GET", "").status()).isEqualTo(406);
    assertThat(client.set("accept", "*/*").drop("mcp-session-id").send("GET", "").status())
        .isEqualTo(400);
  }

  @Test
  void anUpstreamThatLostItsSessionEndsTheListening() {
    client.gate.answer(CannedAnswer.of(404, "text/plain", ""));

    assertThat(client.send("GET", "").status()).isEqualTo(404);
    assertThat(client.gate.sessions.open()).isEmpty();
  }

  @Test
  @DisplayName("3.10 an answer that is no stream goes the buffered way")
  void anErrorIsNoStream() {
    client.gate.answer(CannedAnswer.of(400, "text/event-stream", event(RESULT)));

    assertThat(client.post(CALL)).isInstanceOf(Answer.Whole.class);
  }
}
