package org.portcullis.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.e2e.Http;
import org.portcullis.e2e.faults.ScriptedUpstream.Received;

/** A session belongs to one caller on one connection; to everybody else it does not exist. */
class SessionE2E {

  private static final FaultsGate GATE = FaultsGate.shared();
  private static final String ACCEPT = "application/json, text/event-stream";

  private final String marker = FaultsGate.marker();

  @BeforeEach
  void restartTrail() {
    GATE.trail().restart();
  }

  @Test
  void doesNotKnowAnotherUsersSession() {
    McpClient alice = McpClient.open(GATE.caller(), "tools");
    assertSessionUnknown(GATE.agent("bob", "support"), "tools", alice.session());
    JsonNode refused = GATE.trail().expect("refused");
    assertThat(refused.get("subject").asText()).isEqualTo("bob");
    assertThat(
            alice.answer(McpClient.call("2", "echo", marker)).at("/result/content/0/text").asText())
        .isEqualTo("ran echo");
  }

  @Test
  void doesNotKnowTheSessionOfAnotherAgentOfTheSameUser() {
    McpClient alice = McpClient.open(GATE.caller(), "tools");
    IdentityProvider provider = GATE.identity();
    String token =
        provider
            .token("alice", "support")
            .claim("azp", "another-agent")
            .signed(provider.keys().getPrivate());
    assertSessionUnknown(Agent.of(GATE.http()).token(token), "tools", alice.session());
  }

  @Test
  void doesNotKnowASessionOnAnotherConnection() {
    McpClient tools = McpClient.open(GATE.caller(), "tools");
    assertSessionUnknown(GATE.caller(), "other", tools.session());
    assertThat(GATE.other().received(marker)).isEmpty();
  }

  @Test
  void doesNotLetOthersEndOrHearASession() {
    McpClient alice = McpClient.open(GATE.caller(), "tools");
    Agent bob = session(GATE.agent("bob", "support"), alice.session());
    assertThat(bob.send("DELETE", "/gate/tools", new byte[0]).status()).isEqualTo(404);
    assertThat(bob.get("/gate/tools").status()).isEqualTo(404);
    assertThat(alice.answer(McpClient.call("2", "echo", marker)).has("result")).isTrue();
  }

  @Test
  void goesByTheTokenOfEachRequest() {
    McpClient alice = McpClient.open(GATE.caller(), "tools");
    Http.Reply asBob =
        session(GATE.agent("bob"), alice.session())
            .post("/gate/tools", McpClient.call("3", "echo", marker));
    assertThat(asBob.status()).isEqualTo(404);
    assertThat(GATE.trail().events("decided"))
        .noneMatch(event -> event.path("subject").asText().equals("bob"));
    assertThat(GATE.tools().received(marker)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "upstream-1", "S0000000000000000000000000", "é"})
  void saysNotFoundToAnUnknownSession(String session) {
    String sent = session.equals("é") ? "%C3%A9" : session;
    assertSessionUnknown(GATE.caller(), "tools", sent);
    assertThat(GATE.trail().expect("refused").at("/detail/reason").asText())
        .isEqualTo("Session not found");
  }

  @Test
  void saysNotFoundToAnEndedSession() {
    McpClient client = McpClient.open(GATE.caller(), "tools");
    assertThat(client.agent().send("DELETE", "/gate/tools", new byte[0]).status()).isEqualTo(204);
    assertThat(client.post(McpClient.call("2", "echo", marker)).status()).isEqualTo(404);
    assertThat(GATE.tools().received(marker)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/list\"}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{}}",
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"error\":{\"code\":1,\"message\":\"x\"}}"
      })
  void asksForASessionFirst(String message) {
    Http.Reply reply = GATE.caller().with("Accept", ACCEPT).post("/gate/tools", message);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/error/code").asInt()).isEqualTo(-32600);
    assertThat(reply.header("Mcp-Session-Id")).isEmpty();
    assertThat(GATE.trail().expect("refused").at("/detail/reason").asText())
        .contains("Mcp-Session-Id is missing");
    assertThat(GATE.trail().events("session_opened")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"user@example.org", "a:b/c|d,e+f", "Jürgen Groß", "''\"<script>", "名前"})
  void keepsSubjectsOfAnyShapeApart(String subject) {
    McpClient client = McpClient.open(GATE.agent(subject, "support"), "tools");
    JsonNode answer = client.answer(McpClient.call("1", "echo", marker));
    assertThat(answer.at("/result/content/0/text").asText()).isEqualTo("ran echo");
    assertSessionUnknown(GATE.agent(subject + "x", "support"), "tools", client.session());
  }

  @Test
  void givesASessionOnlyAfterTheUpstreamTookTheHandshake() {
    ScriptedUpstream upstream =
        new ScriptedUpstream(
            (request, peer) ->
                peer.answer(
                    200,
                    "application/json",
                    "{\"jsonrpc\":\"2.0\",\"id\":\"init\",\"error\":{\"code\":-32000,\"message\":\"no\"}}"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    "Mcp-Session-Id: upstream-evil\r\n"));
    try (upstream) {
      GATE.connect("tools-no", "mcp", upstream.url() + "/mcp", "");
      Http.Reply reply =
          GATE.caller()
              .with("Accept", ACCEPT)
              .post("/gate/tools-no", McpClient.initialize("2025-06-18"));
      assertThat(reply.json().at("/error/code").asInt()).isEqualTo(-32000);
      assertThat(reply.header("Mcp-Session-Id")).isEmpty();
      GATE.trail().expect("session_ended");
    }
  }

  @Test
  void keepsTheUpstreamsSessionToItself() {
    McpClient client = McpClient.open(GATE.caller(), "tools");
    client.answer(McpClient.call("1", "echo", marker));
    List<Received> received = GATE.tools().received(marker);
    assertThat(received).hasSize(1);
    assertThat(received.get(0).field("mcp-session-id").orElseThrow())
        .startsWith("upstream-")
        .isNotEqualTo(client.session());
  }

  private void assertSessionUnknown(Agent agent, String connection, String session) {
    Http.Reply reply =
        session(agent, session)
            .post("/gate/" + connection, McpClient.call("9", "echo", marker + "-stolen"));
    assertThat(reply.status()).as(reply.text()).isEqualTo(404);
    assertThat(reply.json().at("/error/code").asInt()).isEqualTo(-32001);
    assertThat(reply.json().get("id").asInt()).isEqualTo(9);
    assertThat(reply.header("Mcp-Session-Id")).isEmpty();
    assertThat(GATE.tools().received(marker + "-stolen")).isEmpty();
  }

  private static Agent session(Agent agent, String session) {
    return agent.with("Accept", ACCEPT).with("Mcp-Session-Id", session);
  }
}
