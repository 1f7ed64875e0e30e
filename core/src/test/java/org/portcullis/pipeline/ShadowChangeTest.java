package org.portcullis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.connection.Connection;
import org.portcullis.connection.Credential;
import org.portcullis.connection.ProtocolKind;
import org.portcullis.identity.Caller;
import org.portcullis.identity.CallerId;
import org.portcullis.json.StrictJson;
import org.portcullis.policy.ActivePolicy;
import org.portcullis.policy.CallDecision;
import org.portcullis.policy.Effect;
import org.portcullis.policy.Explanation;
import org.portcullis.policy.document.PolicyReader;
import org.portcullis.policy.document.PolicyReading;

/** From the decision by its document to what the record tells about rules in shadow mode. */
class ShadowChangeTest {

  private static final String POLICY =
      """
      version: 1
      groups: {support: [agent]}
      roles:
        agent:
          rules:
            - {id: sql, effect: allow, commands: ["tool:run_sql", "sql:select:*"]}
            - {id: no-hr, effect: block, commands: ["sql:select:hr"], mode: shadow}
            - {id: ask, effect: approve, approval: one, commands: ["tool:run_sql"], mode: shadow}
            - {id: soon, effect: allow, commands: ["sql:delete:*"], mode: shadow}
      approvals:
        one: {approvers: [agent], quorum: 1, pending: PT15M, usable: PT10M}
      """;

  @Test
  void tellsWhatTheCallWouldHaveBeen() {
    assertThat(changes("sql:select:hr"))
        .containsExactly(
            new ShadowChange("ask", Effect.ALLOW, Effect.APPROVE),
            new ShadowChange("no-hr", Effect.ALLOW, Effect.BLOCK));
    assertThat(changes("sql:select:orders"))
        .containsExactly(new ShadowChange("ask", Effect.ALLOW, Effect.APPROVE));
  }

  @Test
  void tellsARuleThatWouldChangeAPartOnly() {
    assertThat(changes("sql:drop:x", "sql:delete:x"))
        .containsExactly(
            new ShadowChange("ask", Effect.BLOCK, Effect.BLOCK),
            new ShadowChange("soon", Effect.BLOCK, Effect.BLOCK));
    assertThat(changes("sql:delete:x"))
        .last()
        .isEqualTo(new ShadowChange("soon", Effect.BLOCK, Effect.ALLOW));
  }

  @Test
  void tellsNothingOfARecordWithoutShadow() {
    assertThat(ShadowChange.in(StrictJson.object())).isEmpty();
  }

  @Test
  void theExplanationTellsTheParentOfEachCommand() {
    var commands = Explanation.of(decision("sql:select:hr", "sql:select:hr")).get("commands");
    assertThat(commands.get(0).has("parent")).isFalse();
    assertThat(commands.get(2).get("parent").intValue()).isZero();
    assertThat(commands.get(2).get("wouldBe").get("no-hr").textValue()).isEqualTo("block");
    assertThat(commands.get(2).get("shadow").get(0).textValue()).isEqualTo("no-hr");
  }

  @Test
  void theRecordTellsWhereASubCommandStands() {
    var shown = recorded("sql:select:hr").at("/commands/0/inner/0");
    assertThat(shown.get("pointer").textValue()).isEqualTo("/sql");
    assertThat(shown.get("because").textValue()).isEqualTo("name");
  }

  private static List<ShadowChange> changes(String... inner) {
    return ShadowChange.in(recorded(inner));
  }

  private static ObjectNode recorded(String... inner) {
    ObjectNode detail = StrictJson.object();
    detail.set(
        "commands",
        ShownCommands.of(decision(inner).commands(), policy().recordingMasker(connection())));
    return detail;
  }

  private static CallDecision decision(String... inner) {
    Command call = Command.of(new CommandName("tool:run_sql"), StrictJson.object(), "");
    List<Command> found =
        List.of(inner).stream()
            .map(name -> Command.of(new CommandName(name), StrictJson.object(), "/sql"))
            .map(command -> command.because("name"))
            .toList();
    Caller caller =
        new Caller(new CallerId("i", "s", "c"), "ada", Set.of("support"), "", Instant.MAX);
    return policy().decide(caller, connection(), "", List.of(call.withInner(found)), Instant.EPOCH);
  }

  private static ActivePolicy policy() {
    return ((PolicyReading.Read) PolicyReader.read(POLICY)).policy().activate(1);
  }

  private static Connection connection() {
    return new Connection(
        "desk",
        ProtocolKind.MCP,
        URI.create("http://127.0.0.1:9"),
        new Credential.None(),
        Map.of(),
        StrictJson.object());
  }
}
