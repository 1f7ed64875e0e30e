package org.portcullis.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.e2e.Http;

/** What a token says about groups, in every shape, and what becomes of who is in none. */
class GroupsE2E {

  private static final FaultsGate GATE = FaultsGate.shared();

  private final String marker = FaultsGate.marker();

  @BeforeEach
  void restartTrail() {
    GATE.trail().restart();
  }

  /** Known fault 6.08. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"support\"",
        "[\"support\"]",
        "[\"other\",\"support\"]",
        "[\"support\",\"support\"]",
        "[\"\",\"support\"]"
      })
  void takesAGroupAsATextOrInAnArray(String groups) {
    assertThat(items(with("groups", groups)).status()).isEqualTo(200);
    assertThat(GATE.runs().received(marker)).hasSize(1);
  }

  /** Known faults 6.08 and 6.18: another spelling is another group, and a text is one group. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"support dev\"",
        "\"support,dev\"",
        "\"support \"",
        "\" support\"",
        "[\"support dev\"]",
        "[\" support\"]",
        "[\"Support\"]",
        "[\"support\\n\"]",
        "[\"supp\\u200bort\"]",
        "[]",
        "\"\"",
        "null"
      })
  void guessesNoGroup(String groups) {
    Http.Reply reply = items(with("groups", groups));
    assertThat(reply.status()).as(reply.text()).isEqualTo(403);
    GATE.trail().expect("decided", event -> event.get("decision").asText().equals("block"));
    assertThat(GATE.runs().received(marker)).isEmpty();
  }

  static List<Arguments> unknownGroups() {
    String sources = "{\"src1\":{\"endpoint\":\"https://idp.example/groups\"}}";
    return List.of(
        arguments("7", with("groups", "7"), "groups-unreadable"),
        arguments("true", with("groups", "true"), "groups-unreadable"),
        arguments("an object", with("groups", "{\"support\":true}"), "groups-unreadable"),
        arguments("null among them", with("groups", "[\"support\",null]"), "groups-unreadable"),
        arguments(
            "elsewhere",
            token()
                .json("_claim_names", "{\"groups\":\"src1\"}")
                .json("_claim_sources", sources)
                .json("roles", "[\"support\"]"),
            "groups-left-out"),
        arguments("too many", token().json("hasgroups", "true"), "groups-left-out"));
  }

  /** Known faults 6.08 and 6.09: refused with a reason that administrators find and count. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("unknownGroups")
  void refusesATokenThatDoesNotTellTheGroups(String what, Token token, String reason) {
    String signed = token.signed(GATE.identity().keys().getPrivate());
    Http.Reply reply = items(signed);
    assertThat(reply.status()).as(reply.text()).isEqualTo(403);
    assertThat(reply.json().get("type").asText()).isEqualTo("urn:portcullis:problem:" + reason);
    assertThat(reply.json().get("title").asText()).contains("administrator");
    GATE.trail()
        .expect("unauthenticated", event -> event.at("/detail/reason").asText().equals(reason));
    assertThat(GATE.runs().received(marker)).isEmpty();
    Http api = Http.at(GATE.http()).header("Authorization", "Bearer " + signed);
    assertThat(api.get("/api/v1/approvals/mine").status()).isEqualTo(403);
  }

  /**
   * Known fault 6.08: a token whose array holds something else is none for the container already.
   */
  @ParameterizedTest
  @ValueSource(strings = {"[\"support\",7]", "[[\"support\"]]", "[{\"id\":\"support\"}]"})
  void refusesATokenWhoseGroupsAreMixed(String groups) {
    Http.Reply reply = items(with("groups", groups));
    assertThat(reply.status()).as(reply.text()).isEqualTo(401);
    GATE.trail()
        .expect("unauthenticated", e -> e.at("/detail/reason").asText().equals("invalid-token"));
    assertThat(GATE.runs().received(marker)).isEmpty();
  }

  /** Known fault 6.12: a group ends with the token that named it. */
  @Test
  void forgetsAGroupThatTheNextTokenDoesNotName() {
    assertThat(items(GATE.identity().signed("ann", "support")).status()).isEqualTo(200);
    assertThat(items(GATE.identity().signed("ann")).status()).isEqualTo(403);
    assertThat(items(GATE.identity().signed("ann", "readers")).status()).isEqualTo(403);
    assertThat(GATE.runs().received(marker)).hasSize(1);
  }

  /** Known fault 6.06: an empty list gives nothing and takes nothing from others. */
  @Test
  void anEmptyListGivesNothing() {
    assertThat(items(GATE.identity().signed("ann", "nothing")).status()).isEqualTo(403);
    assertThat(items(GATE.identity().signed("ann", "hollow")).status()).isEqualTo(403);
    assertThat(items(GATE.identity().signed("ann", "nothing", "support")).status()).isEqualTo(200);
  }

  /** Known fault 6.21: who may do nothing is not who is shown nothing. */
  @Test
  void tellsWhoMayDoNothingFromWhoIsShownNothing() {
    String initialize = McpClient.initialize("2025-06-18");
    Http.Reply stranger =
        GATE.agent("eve", "nothing")
            .with("Accept", "application/json, text/event-stream")
            .post("/gate/tools", initialize);
    assertThat(stranger.json().at("/error/data/reason").asText()).isEqualTo("policy");
    assertThat(stranger.json().at("/error/message").asText()).contains("gives you anything here");
    JsonNode event = GATE.trail().expect("decided");
    assertThat(event.get("decision").asText()).isEqualTo("block");
    assertThat(event.at("/detail/standing").asText()).isEqualTo("block");

    GATE.trail().restart();
    McpClient reader = McpClient.open(GATE.agent("rita", "readers"), "tools");
    JsonNode list =
        reader.answer("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{}}");
    assertThat(list.at("/result/tools").isArray()).isTrue();
    assertThat(list.at("/result/tools")).isEmpty();
    assertThat(GATE.trail().expect("decided").at("/detail/standing").isMissingNode()).isTrue();
  }

  /** Known fault 6.20: rules about tools alone are enough to use the connection. */
  @Test
  void aRuleAboutAToolOpensItsServer() {
    McpClient client = McpClient.open(GATE.caller(), "other");
    assertThat(client.answer(McpClient.call("1", "echo", marker)).has("result")).isTrue();
  }

  /** Known fault 6.05: conditions see the caller on every protocol. */
  @Test
  void conditionsSeeTheVerifiedCaller() {
    McpClient client = McpClient.open(GATE.caller(), "tools");
    assertThat(client.answer(McpClient.call("1", "mine", "alice")).toString()).contains("ran mine");
    assertThat(client.answer(McpClient.call("2", "mine", "mallory")).toString())
        .doesNotContain("ran mine");
  }

  /** Known fault 6.03: a condition of a blocking rule that fails blocks, and says so. */
  @Test
  void aBlockWhoseConditionFailsBlocks() {
    McpClient client = McpClient.open(GATE.caller(), "tools");
    JsonNode answer = client.answer(McpClient.call("1", "sixth", marker));
    assertThat(answer.at("/result/isError").asBoolean()).isTrue();
    assertThat(GATE.tools().received(marker)).isEmpty();
    JsonNode event =
        GATE.trail().expect("decided", e -> e.get("decision").asText().equals("block"));
    assertThat(event.at("/detail/commands/0/rules/0").asText()).isEqualTo("not-the-sixth");
  }

  private Http.Reply items(String token) {
    return Agent.of(GATE.http()).token(token).get("/gate/runs/items/" + marker);
  }

  private static Token token() {
    return GATE.identity().token("mallory");
  }

  private static Token with(String claim, String value) {
    return token().json(claim, value);
  }

  private Http.Reply items(Token token) {
    return items(token.signed(GATE.identity().keys().getPrivate()));
  }
}
