package org.portcullis.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.portcullis.policy.TestData;

class PolicyReaderTest {

  @TestFactory
  Stream<DynamicTest> namesEveryFaultAtItsPlace() {
    return TestData.read(PolicyReaderTest.class, "faults.yaml").stream()
        .map(
            data ->
                dynamicTest(
                    TestData.text(data, "name", ""),
                    () ->
                        assertThat(faults(TestData.text(data, "policy", "")))
                            .containsExactlyElementsOf(TestData.texts(data, "faults"))));
  }

  @Test
  void acceptsAPolicyThatSaysNothing() {
    assertThat(PolicyReader.read("version: 1")).isInstanceOf(PolicyReading.Read.class);
  }

  @Test
  void refusesWhatIsTooLarge() {
    assertThat(faults("version: 1\n#" + "x".repeat(1024 * 1024)))
        .containsExactly("1:1 too large (expected: at most 1 MiB)");
  }

  @Test
  void refusesABombBeforeItIsBuilt() {
    assertThat(faults("version: 1\nroles: " + "[".repeat(500_000))).hasSize(1);
    assertThat(faults("version: 1\nroles: " + "{a: ".repeat(200_000))).hasSize(1);
  }

  @Test
  void boundsTheNumberOfFaults() {
    assertThat(faults("version: 1\ngroups:\n" + "  a: 1\n".repeat(5_000))).hasSize(500);
  }

  @Test
  void warnsOfWhatIsMostLikelyNotMeant() {
    PolicyReading reading =
        PolicyReader.read(
            """
            version: 1
            groups: {a: [agent]}
            roles:
              agent:
                rules:
                  - {id: r, effect: block, commands: ["tol:x", "custom:*", "*:x"]}
            approvals:
              one: {approvers: [approver], quorum: 1, pending: PT1M, usable: PT1M}
            """);

    assertThat(reading).isInstanceOf(PolicyReading.Read.class);
    assertThat(((PolicyReading.Read) reading).warnings())
        .map(PolicyFault::toString)
        .containsExactly(
            "6:43 commands[0]: tol (expected: tool | resource | prompt | completion | http | sql |"
                + " shell | file | code | message; did you mean tool?), at roles.agent.rules[0].commands[0]",
            "6:52 commands[1]: custom (expected: tool | resource | prompt | completion | http | sql"
                + " | shell | file | code | message), at roles.agent.rules[0].commands[1]",
            "8:21 approvers[0]: no group has the role approver, at approvals.one.approvers[0]");
  }

  /** Known fault 6.02: a condition that can never hold is told at load, and names the phase. */
  @Test
  void warnsOfConditionsOnArgumentsThatTheCommandsNeverHave() {
    PolicyReading reading =
        PolicyReader.read(
            """
            version: 1
            groups: {ops: [agent]}
            roles:
              agent:
                rules:
                  - {id: r1, effect: allow, commands: ["sql:select:*"], when: "args.n < 10"}
                  - {id: r2, effect: block, commands: ["shell:rm:*", "file:delete:*"], when: "has(args.force)"}
                  - {id: r3, effect: allow, commands: ["sql:select:*", "tool:x"], when: "args.n < 10"}
                  - {id: r4, effect: allow, commands: ["sql:select:*"], when: "has(args.where)"}
                  - {id: r5, effect: allow, commands: ["http:*"], when: "args.n < 10"}
                  - {id: r6, effect: allow, commands: ["*:x"], when: "args.n < 10"}
            """);

    assertThat(((PolicyReading.Read) reading).warnings())
        .map(PolicyFault::toString)
        .containsExactly(
            "6:67 when: args.n is no argument of sql commands (expected: argv | background | callee |"
                + " input | line | reason | redirected | renames | statement | where), at"
                + " roles.agent.rules[0].when",
            "7:82 when: args.force is no argument of file or shell commands (expected: absolute |"
                + " access | argv | background | callee | escapes | input | line | path | reason |"
                + " redirected), at roles.agent.rules[1].when");
  }

  private static List<String> faults(String yaml) {
    PolicyReading reading = PolicyReader.read(yaml);
    assertThat(reading).isInstanceOf(PolicyReading.Faulty.class);
    return ((PolicyReading.Faulty) reading).faults().stream().map(PolicyFault::toString).toList();
  }
}
