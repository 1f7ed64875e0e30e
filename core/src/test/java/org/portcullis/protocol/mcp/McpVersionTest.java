package org.portcullis.protocol.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.protocol.mcp.McpClient.INITIALIZE;
import static org.portcullis.protocol.mcp.McpClient.request;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.CannedAnswer;
import org.portcullis.protocol.TestGate;

class McpVersionTest {

  private static final String LIST = request(3, "tools/list", "{}");

  private static final String NO_TOOLS = "{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":{\"tools\":[]}}";

  private final McpClient client = new McpClient();

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
