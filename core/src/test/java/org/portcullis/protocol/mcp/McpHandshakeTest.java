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

class McpHandshakeTest {

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
  void theHandshakeHasTheTimeOfAWholeAnswerInWhateverForm() {
    client.gate.answer(CannedAnswer.json(INITIALIZED.formatted("2025-11-25")));

    client.post(INITIALIZE.formatted("2025-11-25"));

    assertThat(client.gate.sent.get(0).streaming()).isFalse();
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
  void aFailingSessionStoreRefuses() {
    client.gate.sessions.fails = true;

    assertThat(client.post(INITIALIZE.formatted("2025-11-25")).status()).isEqualTo(503);
    assertThat(client.gate.sent).isEmpty();
  }
}
