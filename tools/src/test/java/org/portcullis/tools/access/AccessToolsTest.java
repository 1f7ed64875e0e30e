package org.portcullis.tools.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.tools.Run;

class AccessToolsTest {

  @TempDir Path folder;
  private Path policy;

  @BeforeEach
  void write() throws IOException {
    policy =
        Files.writeString(
            folder.resolve("policy.yaml"),
            """
            version: 1
            groups: {support: [agent], ops: [operator], data: [analyst], chiefs: [approver]}
            roles:
              agent:
                rules:
                  - {id: small, effect: allow, on: [desk], commands: ["tool:refund"], when: "args.amount <= 50"}
                  - {id: sql, effect: allow, on: ["db-*"], commands: ["tool:run_sql", "sql:select:*"]}
              operator:
                includes: [agent]
                rules:
                  - {id: large, effect: approve, on: [desk], commands: ["tool:refund"], approval: one}
                  - {id: no-sql, effect: block, commands: ["sql:*"]}
              analyst:
                rules:
                  - {id: notebook, effect: allow, on: [db-1], commands: ["tool:run_sql"], inner: any}
            approvals:
              one: {approvers: [approver], quorum: 1, pending: PT15M, usable: PT10M}
            """);
  }

  @Test
  void namesGroupsWithTheirRules() {
    String out = Run.of("who-can", policy, "tool:refund").out();

    assertThat(out)
        .contains(
            """
            tool:refund on desk
              ops
                allow   small when args.amount <= 50  %1$s:6
                approve large (one)  %1$s:11
              support
                allow   small when args.amount <= 50  %1$s:6
            """
                .formatted(policy))
        .contains("nobody may tool:refund on db-*, db-1, any other connection");
  }

  @Test
  void countsWhatAnotherCommandLetsThroughInside() {
    assertThat(Run.of("who-can", policy, "sql:Select:orders", "--on", "db-1").out())
        .contains("support", "allow   sql", "data", "notebook, with every sub-command")
        .doesNotContain("ops");
    assertThat(Run.of("who-can", policy, "tool:pay", "--on", "db-1").out())
        .isEqualToIgnoringNewLines("nobody may tool:pay on db-1");
  }

  @Test
  void namesWhatACallerMayDo() {
    String out = Run.of("can", policy, "--groups", "ops").out();

    assertThat(out)
        .contains("roles: agent, operator")
        .contains("on desk")
        .contains("allow   small when args.amount <= 50")
        .contains("on db-*, db-1")
        .contains("on any other connection: nothing");
    assertThat(Run.of("can", policy, "--groups", "sales").out()).contains("roles: none");
  }

  @Test
  void givesJson() {
    assertThat(Run.of("who-can", policy, "tool:refund", "--json").out())
        .contains("\"groups\" : [ \"support\" ]", "\"rule\" : \"small\"");
    assertThat(Run.of("can", policy, "--groups", "ops", "--json").out())
        .contains("\"approval\" : \"one\"");
  }

  @Test
  void refusesWhatIsNoCommand() {
    assertThat(Run.of("who-can", policy, "refund").code()).isEqualTo(2);
    assertThat(Run.of("can", policy).err()).contains("--groups is missing");
  }
}
