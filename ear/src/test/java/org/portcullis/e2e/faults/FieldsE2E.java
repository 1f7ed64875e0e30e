package org.portcullis.e2e.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.e2e.Http;
import org.portcullis.e2e.faults.ScriptedUpstream.Received;

/** What a client says about itself ends at the gate; what the gate says is the gate's alone. */
class FieldsE2E {

  private static final FaultsGate GATE = FaultsGate.shared();
  private static final String FORGED = "forged-by-the-client";
  private static final String OF_ITSELF =
      String.join(
          "\r\n",
          "Set-Cookie: id=1",
          "Server: secret-version",
          "X-Powered-By: x",
          "WWW-Authenticate: Basic realm=x",
          "X-Internal: 10.0.0.1",
          "");

  private final String marker = FaultsGate.marker();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Userinfo",
        "X-User-Id",
        "X-Remote-User",
        "X-Forwarded-For",
        "X-Forwarded-User",
        "X-Auth-Request-Email",
        "X-Envoy-Original-Path",
        "X-Ai-Eg-Model",
        "X-Portcullis-Caller",
        "X-Real-Ip",
        "X-Original-Url",
        "X-Http-Method-Override",
        "X-Api-Key",
        "Forwarded",
        "Cookie",
        "Proxy-Authorization",
        "Remote-User",
        "Ssl-Client-Cert",
        "$WSRU",
        "$WSIS",
        "X-Anything-Else"
      })
  void noFieldOfTheClientsReachesTheUpstream(String field) {
    Http.Reply reply = GATE.caller().with(field, FORGED).get("/gate/runs/items/" + marker);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    McpClient client = McpClient.open(GATE.caller().with(field, FORGED), "tools");
    client.answer(McpClient.call("1", "echo", marker));
    for (Received received : everything()) {
      assertThat(received.fields().values()).noneMatch(value -> value.contains(FORGED));
    }
  }

  @Test
  void theCallersTokenNeverGoesUpButTheConnectionsCredentialDoes() {
    String token = GATE.identity().signed("alice", "support");
    Agent agent = Agent.of(GATE.http()).token(token);
    agent.get("/gate/runs/items/" + marker);
    McpClient.open(agent, "tools").answer(McpClient.call("1", "echo", marker));
    Received run = GATE.runs().received(marker).get(0);
    assertThat(run.field("x-api-key")).contains(FaultsGate.RUNS_CREDENTIAL);
    assertThat(run.field("authorization")).isEmpty();
    Received call = GATE.tools().received(marker).get(0);
    assertThat(call.field("authorization")).contains("Bearer " + FaultsGate.TOOLS_CREDENTIAL);
    for (Received received : everything()) {
      assertThat(received.toString()).doesNotContain(token);
    }
  }

  @Test
  void aCredentialGoesToItsOwnUpstreamOnly() {
    McpClient.open(GATE.caller(), "other").answer(McpClient.call("1", "echo", marker));
    Received received = GATE.other().received(marker).get(0);
    assertThat(received.fields()).doesNotContainKeys("authorization", "x-api-key");
    assertThat(received.toString())
        .doesNotContain(FaultsGate.TOOLS_CREDENTIAL)
        .doesNotContain(FaultsGate.RUNS_CREDENTIAL);
  }

  @Test
  void theHostIsTheUpstreamsOwn() {
    GATE.caller().with("X-Forwarded-Host", "evil.example").get("/gate/runs/items/" + marker);
    Received received = GATE.runs().received(marker).get(0);
    assertThat("http://" + received.field("host").orElseThrow()).isEqualTo(GATE.runs().url());
  }

  @Test
  void whatTheUpstreamSaysAboutItselfStaysBehind() {
    GATE.runs()
        .when(
            marker,
            (request, peer) ->
                peer.answer(200, "application/json", "{}".getBytes(UTF_8), OF_ITSELF));
    Http.Reply reply = GATE.caller().get("/gate/runs/items/" + marker);
    assertThat(reply.status()).isEqualTo(200);
    Map<String, List<String>> fields = reply.response().headers().map();
    assertThat(fields.keySet())
        .noneMatch(
            name ->
                List.of("set-cookie", "server", "x-powered-by", "www-authenticate", "x-internal")
                    .contains(name.toLowerCase(java.util.Locale.ROOT)));
  }

  @Test
  void theCredentialIsNeverShownAgain() {
    String basic =
        Base64.getEncoder().encodeToString(("u:" + FaultsGate.RUNS_CREDENTIAL).getBytes(UTF_8));
    String shown = GATE.as("root", "platform").get("/api/v1/connections").text();
    assertThat(shown)
        .contains("X-Api-Key")
        .doesNotContain(FaultsGate.RUNS_CREDENTIAL)
        .doesNotContain(FaultsGate.TOOLS_CREDENTIAL)
        .doesNotContain(basic);
    assertThat(GATE.trail().events().toString())
        .doesNotContain(FaultsGate.RUNS_CREDENTIAL)
        .doesNotContain(FaultsGate.TOOLS_CREDENTIAL);
  }

  private List<Received> everything() {
    List<Received> all = new java.util.ArrayList<>(GATE.runs().received(marker));
    all.addAll(GATE.tools().received(marker));
    return all;
  }
}
