package org.portcullis.protocol.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.protocol.mcp.McpClient.INITIALIZE;
import static org.portcullis.protocol.mcp.McpClient.INITIALIZED;
import static org.portcullis.protocol.mcp.McpClient.request;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.policy.Effect;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.CannedAnswer;
import org.portcullis.protocol.Failure;
import org.portcullis.protocol.TestGate;

class McpSessionTest {

  private static final String LIST = request(3, "tools/list", "{}");
  private static final String NO_TOOLS = "{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":{\"tools\":[]}}";

  private final McpClient client = new McpClient();

  @ParameterizedTest
  @ValueSource(strings = {"2025-03-26", "2025-06-18", "2025-11-25"})
  void opensASessionOfItsOwn(String version) {
    client.gate.answer(
        CannedAnswer.json(INITIALIZED.formatted(version)).with("mcp-session-id", "U-1"));

    Answer answer = client.post(INITIALIZE.formatted(version));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().only("mcp-session-id")).contains("S-1");
    assertThat(client.gate.sent.get(0).headers().has("mcp-session-id")).isFalse();
    assertThat(client.gate.sent.get(0).headers().has("mcp-protocol-version")).isFalse();
  }

  @Test
  void laterMessagesCarryTheUpstreamsSessionAndTheAgreedVersion() {
    McpClient connected = McpClient.connected("2025-06-18");
    connected.gate.answer(CannedAnswer.json(NO_TOOLS));

    connected.post(LIST);

    assertThat(connected.gate.sent.get(0).headers().only("mcp-session-id")).contains("U-1");
    assertThat(connected.gate.sent.get(0).headers().only("mcp-protocol-version"))
        .contains("2025-06-18");
  }

  @Test
  void theOldestVersionHasNoVersionHeader() {
    McpClient connected = McpClient.connected("2025-03-26").drop("mcp-protocol-version");
    connected.gate.answer(CannedAnswer.json(NO_TOOLS));

    assertThat(connected.post(LIST).status()).isEqualTo(200);
    assertThat(connected.gate.sent.get(0).headers().has("mcp-protocol-version")).isFalse();
  }

  @Test
  @DisplayName("2.16 only a successful initialize gives out a session id")
  void aFailedInitializeEndsTheSession() {
    client.gate.answer(
        CannedAnswer.json(
                "{\"jsonrpc\":\"2.0\",\"id\":0,\"error\":{\"code\":-32602,\"message\":\"no\"}}")
            .with("mcp-session-id", "U-1"));

    Answer answer = client.post(INITIALIZE.formatted("2025-11-25"));

    assertThat(answer.headers().has("mcp-session-id")).isFalse();
    assertThat(TestGate.json(TestGate.text(answer)).at("/error/code").asInt()).isEqualTo(-32602);
    assertThat(client.gate.sessions.open()).isEmpty();
  }

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

  @ParameterizedTest
  @ValueSource(strings = {"2026-07-28", "2024-11-05", "1999-01-01", ""})
  void anUpstreamOfAnotherVersionIsNoPartner(String version) {
    client.gate.answer(CannedAnswer.json(INITIALIZED.formatted(version)));

    Answer answer = client.post(INITIALIZE.formatted("2025-11-25"));

    assertThat(TestGate.json(TestGate.text(answer)).at("/error/code").asInt()).isEqualTo(-32603);
    assertThat(client.gate.sessions.open()).isEmpty();
  }

  @Test
  void proposesItsNewestVersionForOneItDoesNotKnow() {
    client.gate.answer(CannedAnswer.json(INITIALIZED.formatted("2025-06-18")));

    client.post(INITIALIZE.formatted("2031-01-01"));

    assertThat(TestGate.json(client.gate.lastBody()).at("/params/protocolVersion").asText())
        .isEqualTo("2025-11-25");
  }

  @Test
  void toleratesAVersionHeaderOnInitialize() {
    client.gate.answer(CannedAnswer.json(INITIALIZED.formatted("2025-06-18")));

    assertThat(
            client
                .set("mcp-protocol-version", "2025-11-25")
                .post(INITIALIZE.formatted("2025-06-18"))
                .status())
        .isEqualTo(200);
  }

  @Test
  void offersTheServerOnlyWhatTheGateUnderstands() {
    client.gate.answer(CannedAnswer.json(INITIALIZED.formatted("2025-11-25")));

    client.post(
        request(
            0,
            "initialize",
            "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{\"roots\":{\"listChanged\":true,"
                + "\"x\":1},\"sampling\":{\"tools\":{}},\"elicitation\":{\"form\":{},\"url\":{}},"
                + "\"experimental\":{\"a\":{}},\"tasks\":{\"list\":{}}},\"clientInfo\":{\"name\":"
                + "\"t\",\"version\":\"1\",\"icons\":[]},\"_meta\":{\"x\":1}}"));

    assertThat(TestGate.json(client.gate.lastBody()).get("params"))
        .isEqualTo(
            TestGate.json(
                "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{\"roots\":{\"listChanged\":"
                    + "true},\"sampling\":{},\"elicitation\":{\"form\":{}}},\"clientInfo\":{\"name\""
                    + ":\"t\",\"version\":\"1\"}}"));
  }

  @Test
  void offersTheClientOnlyWhatTheGateUnderstands() {
    client.gate.answer(
        CannedAnswer.json(
            "{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":{\"protocolVersion\":\"2025-11-25\","
                + "\"capabilities\":{\"tools\":{\"listChanged\":true},\"tasks\":{},"
                + "\"experimental\":{\"x\":{}},\"completions\":{}},\"serverInfo\":{\"name\":\"d\","
                + "\"version\":\"1\"},\"instructions\":\"be kind\",\"extensions\":{}}}"));

    JsonNode result = client.json(INITIALIZE.formatted("2025-11-25")).get("result");

    assertThat(result)
        .isEqualTo(
            TestGate.json(
                "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{\"tools\":{\"listChanged\":"
                    + "true},\"completions\":{}},\"serverInfo\":{\"name\":\"d\",\"version\":\"1\"},"
                    + "\"instructions\":\"be kind\"}"));
  }

  @Test
  void takesAnInitializeThatIsAnsweredByAStream() {
    client.gate.answer(
        CannedAnswer.events(
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\",\"params\":{}}",
                INITIALIZED.formatted("2025-11-25"))
            .with("mcp-session-id", "U-1"));

    Answer answer = client.post(INITIALIZE.formatted("2025-11-25"));

    assertThat(answer).isInstanceOf(Answer.Whole.class);
    assertThat(answer.headers().only("mcp-session-id")).contains("S-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "ä", "\u0007"})
  void refusesAnUpstreamSessionIdThatIsNotVisible(String id) {
    client.gate.answer(
        CannedAnswer.json(INITIALIZED.formatted("2025-11-25")).with("mcp-session-id", id));

    assertThat(client.post(INITIALIZE.formatted("2025-11-25")).headers().has("mcp-session-id"))
        .isFalse();
    assertThat(client.gate.sessions.open()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Failure.class,
      names = {"UPSTREAM_UNREACHABLE", "UPSTREAM_TIMEOUT"})
  void aSessionWhoseUpstreamDoesNotAnswerNeverWas(Failure failure) {
    client.gate.fail(failure);

    JsonNode answer = client.json(INITIALIZE.formatted("2025-11-25"));

    assertThat(answer.at("/error/code").asInt()).isEqualTo(-32603);
    assertThat(client.gate.sessions.open()).isEmpty();
  }

  @Test
  void aCallerWithoutAnyRightGetsNoSession() {
    client.gate.policy.standing = Effect.BLOCK;

    JsonNode answer = client.json(INITIALIZE.formatted("2025-11-25"));

    assertThat(answer.at("/error/code").asInt()).isEqualTo(4403);
    assertThat(client.gate.sessions.open()).isEmpty();
    assertThat(client.gate.sent).isEmpty();
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

  @Test
  void aFailingSessionStoreRefuses() {
    client.gate.sessions.fails = true;

    assertThat(client.post(INITIALIZE.formatted("2025-11-25")).status()).isEqualTo(503);
    assertThat(client.gate.sent).isEmpty();
  }

  @Test
  @DisplayName("2.22 an absent version header is the session's version")
  void anAbsentVersionHeaderIsFine() {
    McpClient connected = McpClient.connected().drop("mcp-protocol-version");
    connected.gate.answer(CannedAnswer.json(NO_TOOLS));

    assertThat(connected.post(LIST).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @DisplayName("2.22 an unknown version is 400 with the supported ones")
  @ValueSource(strings = {"1999-01-01", "2026-07-28", "", "2025-11-25x"})
  void refusesUnknownVersions(String version) {
    McpClient connected = McpClient.connected().set("mcp-protocol-version", version);

    Answer answer = connected.post(LIST);

    JsonNode error = TestGate.json(TestGate.text(answer)).get("error");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(error.get("code").asInt()).isEqualTo(-32022);
    assertThat(error.at("/data/supported"))
        .isEqualTo(TestGate.json("[\"2025-03-26\",\"2025-06-18\",\"2025-11-25\"]"));
    assertThat(error.at("/data/requested").asText()).isEqualTo(version);
    assertThat(connected.send("GET", "").status()).isEqualTo(400);
  }

  @Test
  void refusesAnotherVersionThanTheSessions() {
    McpClient connected = McpClient.connected("2025-06-18");

    assertThat(connected.set("mcp-protocol-version", "2025-11-25").post(LIST).status())
        .isEqualTo(400);
  }

  @Test
  @DisplayName("2.22 a message without a handshake is refused with the supported versions")
  void refusesModernMessages() {
    String modern =
        request(
            4,
            "tools/list",
            "{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}}");

    Answer agreeing = client.set("mcp-protocol-version", "2026-07-28").post(modern);
    Answer disagreeing = client.set("mcp-protocol-version", "2025-11-25").post(modern);
    Answer silent = client.drop("mcp-protocol-version").post(modern);

    assertThat(agreeing.status()).isEqualTo(400);
    assertThat(TestGate.json(TestGate.text(agreeing)).at("/error/code").asInt()).isEqualTo(-32022);
    assertThat(TestGate.json(TestGate.text(agreeing)).at("/error/data/supported")).hasSize(3);
    assertThat(TestGate.json(TestGate.text(disagreeing)).at("/error/code").asInt())
        .isEqualTo(-32020);
    assertThat(TestGate.json(TestGate.text(silent)).at("/error/code").asInt()).isEqualTo(-32020);
    assertThat(client.gate.sent).isEmpty();
  }

  @Test
  void aModernClaimOnInitializeWins() {
    String claimed =
        INITIALIZE
            .formatted("2025-11-25")
            .replace(
                "\"capabilities\"",
                "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"},"
                    + "\"capabilities\"");

    assertThat(client.set("mcp-protocol-version", "2026-07-28").post(claimed).status())
        .isEqualTo(400);
    assertThat(client.gate.sessions.open()).isEmpty();
  }
}
