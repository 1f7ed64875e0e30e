package org.portcullis.protocol.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.protocol.mcp.McpClient.messages;
import static org.portcullis.protocol.mcp.McpClient.tool;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.CannedAnswer;
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
  void aBatchOfAnswersInOneEventBecomesOneEventEach() {
    McpClient older = McpClient.connected("2025-03-26");
    older.gate.answer(CannedAnswer.stream(event("[" + PROGRESS + "," + RESULT + "]")));

    assertThat(messages(older.post(CALL))).hasSize(2);
  }

  @Test
  @DisplayName("3.10 an answer that is no stream goes the buffered way")
  void anErrorIsNoStream() {
    client.gate.answer(CannedAnswer.of(400, "text/event-stream", event(RESULT)));

    assertThat(client.post(CALL)).isInstanceOf(Answer.Whole.class);
  }

  @Test
  void passesNoValueInThePlaceOfAnId() {
    client.gate.policy.masker = Masking.labels();
    String ping = "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"method\":\"ping\"}";

    Answer answer =
        stream(
            event(ping.formatted("ann@example.org"))
                + event(PROGRESS.replace("\"p\"", "\"ann@example.org\""))
                + event(ping.formatted("s-1"))
                + event(RESULT));

    List<JsonNode> messages = messages(answer);
    assertThat(messages).hasSize(2);
    assertThat(messages.toString()).contains("s-1").doesNotContain("ann@");
  }
}
