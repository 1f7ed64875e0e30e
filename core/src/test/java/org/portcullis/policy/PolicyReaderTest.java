package org.portcullis.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PolicyReaderTest {

  @TestFactory
  Stream<DynamicTest> namesEveryFaultAtItsPlace() {
    return TestData.read("faults.yaml").stream()
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

  private static List<String> faults(String yaml) {
    PolicyReading reading = PolicyReader.read(yaml);
    assertThat(reading).isInstanceOf(PolicyReading.Faulty.class);
    return ((PolicyReading.Faulty) reading).faults().stream().map(PolicyFault::toString).toList();
  }
}
