package org.portcullis.protocol.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.portcullis.protocol.mcp.McpClient.messages;
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

class McpStreamEndTest {

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
  void anAnswerThatIsNotFitToBeSentLeavesItsRequestOpenForTheError() {
    client.gate.answer(
        CannedAnswer.events("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":null}}"));

    List<JsonNode> messages = messages(client.post(McpClient.request(1, "tools/list", "{}")));

    assertThat(messages).hasSize(1);
    assertThat(messages.get(0).at("/error/message").asText())
        .isEqualTo(Failure.UPSTREAM_INVALID.text());
  }
}
