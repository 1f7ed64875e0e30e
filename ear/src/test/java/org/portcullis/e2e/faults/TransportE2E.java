package org.portcullis.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.e2e.Http;

/** The rules of Streamable HTTP around the messages: verbs, versions, origins, media types. */
class TransportE2E {

  private static final FaultsGate GATE = FaultsGate.shared();
  private static final String VERSION = "MCP-Protocol-Version";
  private static final String MODERN = "2026-07-28";

  private final String marker = FaultsGate.marker();
  private McpClient client;

  @BeforeEach
  void open() {
    client = McpClient.open(GATE.caller(), "tools");
    GATE.trail().restart();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1999-01-01", MODERN, "DRAFT", "2025-06-18, 2025-03-26"})
  void refusesAVersionThatItDoesNotSpeak(String version) {
    Http.Reply reply = call(client.agent().with(VERSION, version));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/error/code").asInt()).isEqualTo(-32022);
    assertThat(reply.json().at("/error/data/supported").toString())
        .isEqualTo("[\"2025-03-26\",\"2025-06-18\",\"2025-11-25\"]");
    assertNothingForwarded();
  }

  @Test
  void refusesAVersionThatIsNotTheSessions() {
    Http.Reply reply = call(client.agent().with(VERSION, "2025-11-25"));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/error/code").asInt()).isEqualTo(-32600);
    assertNothingForwarded();
  }

  @Test
  void takesTheSessionsVersionAndNone() {
    assertThat(call(client.agent()).status()).isEqualTo(200);
    assertThat(call(client.agent().with(VERSION, "2025-06-18")).status()).isEqualTo(200);
    assertThat(GATE.tools().received(marker)).hasSize(2);
    assertThat(GATE.tools().received(marker).get(0).field("mcp-protocol-version"))
        .contains("2025-06-18");
  }

  @ParameterizedTest
  @CsvSource({MODERN + "," + MODERN + ",-32022", "2025-06-18," + MODERN + ",-32020"})
  void refusesMessagesOfTheRevisionWithoutAHandshake(String header, String body, int code) {
    String message =
        """
        {"jsonrpc": "2.0", "id": 3, "method": "tools/call", "params": {"name": "echo",
          "arguments": {"text": "%s"},
          "_meta": {"io.modelcontextprotocol/protocolVersion": "%s"}}}
        """
            .formatted(marker, body);
    Http.Reply reply = GATE.caller().with(VERSION, header).post("/gate/tools", message);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/error/code").asInt()).isEqualTo(code);
    assertThat(reply.json().get("id").asInt()).isEqualTo(3);
    assertNothingForwarded();
  }

  @Test
  void refusesAModernMessageWithoutItsHeader() {
    String message =
        """
        {"jsonrpc": "2.0", "id": 3, "method": "tools/list", "params": {"m": "%s",
          "_meta": {"io.modelcontextprotocol/protocolVersion": "2026-07-28"}}}
        """
            .formatted(marker);
    Http.Reply reply = client.post(message);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/error/code").asInt()).isEqualTo(-32020);
    assertNothingForwarded();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "http://localhost", "null", ""})
  void refusesPagesOfOtherOrigins(String origin) {
    Http.Reply reply = call(client.agent().with("Origin", origin));
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.json().at("/error/code").asInt()).isEqualTo(-32600);
    assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
    assertNothingForwarded();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mcp-Session-Id", VERSION, "Origin", "Content-Type", "Last-Event-Id"})
  void refusesAFieldThatIsGivenTwice(String field) {
    Http.Reply reply = call(client.agent().with(field, "one").with(field, "two"));
    assertThat(reply.status()).isIn(400, 403);
    assertNothingForwarded();
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", ";", "/", "application/", "application/json;charset"})
  void refusesAMediaTypeThatIsNone(String type) {
    byte[] body = McpClient.call("1", "echo", marker).getBytes(StandardCharsets.UTF_8);
    Http.Reply reply = client.agent().with("Content-Type", type).send("POST", "/gate/tools", body);
    assertThat(reply.status()).isEqualTo(415);
    assertThat(reply.json().at("/error/code").asInt()).isEqualTo(-32600);
    assertNothingForwarded();
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "application/json;q=x", ";"})
  void refusesAClientWhoseWishesCannotBeRead(String accept) {
    Http.Reply reply = bare(accept).post("/gate/tools", McpClient.call("1", "echo", marker));
    assertThat(reply.status()).isEqualTo(406);
    assertNothingForwarded();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "application/*",
        "application/json;q=0.9",
        "application/json",
        "text/html, */*;q=0.1"
      })
  void takesWildcardsAndClientsOfJsonAlone(String accept) {
    Http.Reply reply = bare(accept).post("/gate/tools", McpClient.call("1", "echo", marker));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.header("Content-Type").orElseThrow()).startsWith("application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "text/event-stream", "application/json;q=0"})
  void refusesClientsThatTakeNoAnswer(String accept) {
    Http.Reply reply = bare(accept).post("/gate/tools", McpClient.call("1", "echo", marker));
    assertThat(reply.status()).isEqualTo(406);
    assertNothingForwarded();
  }

  @Test
  void tellsListenersThatTheServerHasNoStream() {
    Http.Reply reply = client.agent().get("/gate/tools");
    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("Allow").orElseThrow()).contains("POST");
  }

  @Test
  void refusesListenersThatTakeNoEvents() {
    Http.Reply reply = bare("application/json").get("/gate/tools");
    assertThat(reply.status()).isEqualTo(406);
    GATE.trail().expect("refused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH"})
  void refusesOtherVerbs(String verb) {
    Http.Reply reply =
        client.agent().send(verb, "/gate/tools", marker.getBytes(StandardCharsets.UTF_8));
    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("Allow").orElseThrow()).contains("POST", "DELETE");
    assertNothingForwarded();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/gate/tools/mcp", "/gate/tools/x/y"})
  void knowsNoPathBelowAServer(String path) {
    Http.Reply reply = client.agent().post(path, McpClient.call("1", "echo", marker));
    assertThat(reply.status()).isEqualTo(404);
    assertNothingForwarded();
  }

  @Test
  void negotiatesAVersionThatItSpeaks() {
    McpClient proposed = McpClient.open(GATE.caller(), "tools", "2031-01-01");
    assertThat(proposed.answer(McpClient.call("1", "echo", marker)).has("result")).isTrue();
    assertThat(GATE.tools().received(marker).get(0).field("mcp-protocol-version"))
        .contains("2025-11-25");
  }

  private Http.Reply call(Agent agent) {
    return agent.post("/gate/tools", McpClient.call("1", "echo", marker));
  }

  private Agent bare(String accept) {
    return GATE.caller().with("Mcp-Session-Id", client.session()).with("Accept", accept);
  }

  private void assertNothingForwarded() {
    JsonNode event = GATE.trail().expect("refused");
    assertThat(event.get("decision").asText()).isEqualTo("block");
    assertThat(GATE.tools().received(marker)).isEmpty();
  }
}
