package org.portcullis.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.e2e.Http;

/**
 * Known faults 1.01, 1.02 and 1.04: what is open without a token is open by its exact path;
 * everything else is closed.
 */
class OpenPathsE2E {

  private static final FaultsGate GATE = FaultsGate.shared();
  private static final String METADATA = "/.well-known/oauth-protected-resource";

  private final Agent nobody = Agent.of(GATE.http());

  @BeforeEach
  void restartTrail() {
    GATE.trail().restart();
  }

  @Test
  void tellsAClientWhereToGetAToken() {
    Http.Reply reply = nobody.get(METADATA + "/gate/tools");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type").orElseThrow()).startsWith("application/json");
    JsonNode document = reply.json();
    assertThat(document.get("resource").asText()).isEqualTo(GATE.http() + "/gate/tools");
    assertThat(document.at("/authorization_servers/0").asText())
        .isEqualTo(GATE.identity().issuer());
    assertThat(document.at("/bearer_methods_supported/0").asText()).isEqualTo("header");
  }

  @Test
  void saysTheSameAboutConnectionsThatAreNone() {
    assertThat(nobody.get(METADATA + "/gate/nothing").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        METADATA + "-evil",
        METADATA + "evil/gate/tools",
        "/x" + METADATA + "/gate/tools",
        "/gate" + METADATA + "/gate/tools",
        "/gate/tools" + METADATA,
        "/api/v1/connections" + METADATA,
        "/mcp" + METADATA,
        "/gate",
        "/gate/",
        "/gate/tools",
        "/gate/tools/",
        "/gate/nothing",
        "/gate/tools.json",
        "/gate/tools/health/live",
        "/api",
        "/api/v1/events",
        "/api/v1/policy/",
        "/API/v1/events",
        "/Gate/tools",
        "/openid",
        "/index.html"
      })
  void asksForATokenEverywhereElse(String path) {
    Http.Reply reply = nobody.get(path);
    assertThat(reply.status()).as(reply.text()).isEqualTo(401);
    assertThat(reply.header("Content-Type")).contains("application/problem+json");
    assertThat(reply.header("WWW-Authenticate").orElseThrow())
        .startsWith("Bearer resource_metadata=\"" + GATE.http() + METADATA);
    GATE.trail().expect("unauthenticated", event -> event.at("/detail/path").asText().equals(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/gate//tools",
        "//gate/tools",
        "/gate/./tools",
        "/gate/../gate/tools",
        "/console/../gate/tools",
        METADATA + "/../../gate/tools",
        METADATA + "/..%2f..%2fgate/tools",
        "/gate/tools%2f",
        "/gate/tools;x=1",
        "/gate;x=1/tools",
        "/%67ate/tools",
        "/gate/tools/%2e%2e/other",
        "/gate/tools%5cother",
        "/gate/tools%00"
      })
  void refusesPathsThatReadInTwoWays(String path) {
    for (Agent agent : new Agent[] {nobody, GATE.caller()}) {
      Http.Reply reply = agent.post(path, McpClient.initialize("2025-06-18"));
      assertThat(reply.status()).as(path + " " + reply.text()).isIn(400, 404);
      assertThat(reply.header("Mcp-Session-Id")).isEmpty();
    }
    assertThat(GATE.trail().events("session_opened")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/gate/nothing, unknown connection",
    "/gate/tools!, no connection named",
    "/gate/, no connection named",
    "/gate/tools.other, no connection named",
    "/gate/Tools, unknown connection"
  })
  void neverWidensWhatItDoesNotKnow(String path, String reason) {
    Http.Reply reply = GATE.caller().post(path, McpClient.initialize("2025-06-18"));
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.header("Content-Type")).contains("application/problem+json");
    JsonNode event = GATE.trail().expect("refused");
    assertThat(event.at("/detail/reason").asText()).isEqualTo(reason);
    assertThat(event.get("subject").asText()).isEqualTo("alice");
  }

  @Test
  void leavesTheApiToThoseWithARight() {
    assertThat(GATE.caller().get("/api/v1/events").status()).isEqualTo(403);
    assertThat(GATE.caller().get("/api/v1/connections").status()).isEqualTo(403);
    assertThat(GATE.agent("auditor", "audit").get("/api/v1/events").status()).isEqualTo(200);
    assertThat(GATE.caller().get("/api/v1/nothing").status()).isIn(403, 404);
  }
}
