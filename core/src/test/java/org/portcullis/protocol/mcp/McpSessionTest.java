package org.portcullis.protocol.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.protocol.mcp.McpClient.INITIALIZE;
import static org.portcullis.protocol.mcp.McpClient.INITIALIZED;
import static org.portcullis.protocol.mcp.McpClient.request;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.CannedAnswer;
import org.portcullis.protocol.TestGate;

class McpSessionTest {

  private static final String LIST = request(3, "tools/list", "{}");

  private static final String NO_TOOLS = "{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":{\"tools\":[]}}";

  private final McpClient client = new McpClient();

  @Test
  @DisplayName("2.16 a session id on a later answer is not taken")
  void laterSessionIdsAreNotTaken() {
    McpClient connected = McpClient.connected();
    connected.gate.answer(CannedAnswer.json(NO_TOOLS).with("mcp-session-id", "U-2"));
    connected.gate.answer(CannedAnswer.json(NO_TOOLS));

    assertThat(connected.post(LIST).headers().has("mcp-session-id")).isFalse();
    connected.post(LIST);

    assertThat(connected.gate.sent.get(1).headers().only("mcp-session-id")).contains("U-1");
  }

  @Test
  @DisplayName("1.07 and 1.08 someone else's session is as if it did not exist")
  void aSessionBelongsToItsCaller() {
    McpClient connected = McpClient.connected();
    connected.subject = "bob";

    Answer answer = connected.post(LIST);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(TestGate.json(TestGate.text(answer)).at("/error/message").asText())
        .isEqualTo("Session not found");
    assertThat(TestGate.text(answer))
        .isEqualTo(TestGate.text(connected.set("mcp-session-id", "S-999").post(LIST)));
    assertThat(connected.gate.sent).isEmpty();
  }

  @Test
  @DisplayName("1.05 a session of one connection opens no other")
  void aSessionBelongsToItsConnection() {
    McpClient connected = McpClient.connected();
    connected.connection = "other";

    assertThat(connected.post(LIST).status()).isEqualTo(404);
    assertThat(connected.send("GET", "").status()).isEqualTo(404);
    assertThat(connected.send("DELETE", "").status()).isEqualTo(404);
    assertThat(connected.gate.sent).isEmpty();
  }

  @Test
  @DisplayName("2.13 an unknown session is 404 with a JSON-RPC error")
  void anUnknownSessionIsNotFound() {
    Answer answer = client.set("mcp-session-id", "S-9").post(LIST);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(TestGate.json(TestGate.text(answer)).get("id").asInt()).isEqualTo(3);
    assertThat(TestGate.json(TestGate.text(answer)).has("error")).isTrue();
  }

  @ParameterizedTest
  @DisplayName("2.14 nothing but initialize opens a session")
  @ValueSource(
      strings = {
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":1,\"message\":\"x\"}}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":0}}"
      })
  void nothingElseOpensASession(String first) {
    Answer answer = client.post(first);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.headers().has("mcp-session-id")).isFalse();
    assertThat(client.gate.sessions.open()).isEmpty();
    assertThat(client.gate.sent).isEmpty();
  }

  @Test
  @DisplayName("2.41 an upstream that lost its session ends the gate's, so that clients begin anew")
  void aLostUpstreamSessionEndsTheGates() {
    McpClient connected = McpClient.connected();
    connected.gate.answer(CannedAnswer.of(404, "text/plain", "gone"));

    Answer answer = connected.post(LIST);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(connected.gate.sessions.open()).isEmpty();
    assertThat(connected.post(LIST).status()).isEqualTo(404);
  }

  @Test
  @DisplayName("2.41 a 404 without an upstream session is only an error")
  void aNotFoundWithoutASessionIsAnError() {
    client.gate.answer(CannedAnswer.json(INITIALIZED.formatted("2025-11-25")));
    Answer opened = client.post(INITIALIZE.formatted("2025-11-25"));
    client.set("mcp-session-id", opened.headers().only("mcp-session-id").orElseThrow());
    client.gate.answer(CannedAnswer.of(404, "text/plain", "gone"));

    Answer answer = client.post(LIST);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(TestGate.json(TestGate.text(answer)).get("id").asInt()).isEqualTo(3);
    assertThat(client.gate.sessions.open()).hasSize(1);
  }

  @Test
  void deletingEndsBothSessions() {
    McpClient connected = McpClient.connected();
    connected.gate.answer(CannedAnswer.of(200, "text/plain", ""));

    assertThat(connected.send("DELETE", "").status()).isEqualTo(204);
    assertThat(connected.gate.sent.get(0).verb()).isEqualTo("DELETE");
    assertThat(connected.gate.sent.get(0).headers().only("mcp-session-id")).contains("U-1");
    assertThat(connected.send("DELETE", "").status()).isEqualTo(404);
  }

  @Test
  void deletingEndsTheGatesSessionWhateverTheUpstreamSays() {
    McpClient connected = McpClient.connected();
    connected.gate.answer(CannedAnswer.of(405, "text/plain", ""));

    assertThat(connected.send("DELETE", "").status()).isEqualTo(204);
    assertThat(connected.gate.sessions.open()).isEmpty();
  }

  @Test
  void deletingNeedsNoUpstreamWithoutAnUpstreamSession() {
    client.gate.answer(CannedAnswer.json(INITIALIZED.formatted("2025-11-25")));
    Answer opened = client.post(INITIALIZE.formatted("2025-11-25"));
    client.set("mcp-session-id", opened.headers().only("mcp-session-id").orElseThrow());

    assertThat(client.send("DELETE", "").status()).isEqualTo(204);
    assertThat(client.gate.sent).hasSize(1);
    assertThat(client.gate.sessions.open()).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("2.17 no character of a subject disturbs its session")
  @ValueSource(strings = {"user@example.org", "a:b", "a/b|c,d+e", "ü💶", "a\u0000b", "S-1", ""})
  void noCharacterOfASubjectDisturbs(String subject) {
    client.subject = subject;
    client.gate.answer(CannedAnswer.json(INITIALIZED.formatted("2025-11-25")));
    client.gate.answer(CannedAnswer.json(NO_TOOLS));
    Answer opened = client.post(INITIALIZE.formatted("2025-11-25"));
    client.set("mcp-session-id", opened.headers().only("mcp-session-id").orElseThrow());

    assertThat(client.post(LIST).status()).isEqualTo(200);

    client.subject = subject + "x";
    assertThat(client.post(LIST).status()).isEqualTo(404);
  }
}
