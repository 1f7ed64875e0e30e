package org.portcullis.protocol.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.protocol.mcp.McpClient.messages;
import static org.portcullis.protocol.mcp.McpClient.tool;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.portcullis.masking.MaskingEntry.Operator;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.CannedAnswer;
import org.portcullis.protocol.TestGate;

class McpListenTest {

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
    client.gate.policy.masker = Masking.of(Operator.LABEL, "x");
    client.gate.answer(
        CannedAnswer.stream(
            event("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"ssn\":\"078-05-1120\"}}")));

    assertThat(messages(client.set("last-event-id", "e1").send("GET", "")).toString())
        .doesNotContain("078-05")
        .contains("\"id\":1");
  }

  @Test
  void anIdThatTwoRequestsHaveIsNobodysOnATakenUpStream() {
    client.gate.policy.masker = Masking.labels();
    assertThat(messages(stream("id: e1\ndata:\n\n"))).isEmpty();
    client.gate.policy.masker = Masking.of(Operator.LABEL, "x");
    client.gate.answer(CannedAnswer.stream("id: e2\ndata:\n\n"));
    assertThat(messages(client.post(tool("other", "{}")))).isEmpty();
    client.gate.answer(
        CannedAnswer.stream(
            event("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"ssn\":\"078-05-1120\"}}")));

    assertThat(messages(client.set("last-event-id", "e1").send("GET", ""))).isEmpty();
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
}
