package org.portcullis.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.portcullis.policy.PolicyFixtures.caller;
import static org.portcullis.policy.PolicyFixtures.connection;
import static org.portcullis.policy.TestData.list;
import static org.portcullis.policy.TestData.map;
import static org.portcullis.policy.TestData.text;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.portcullis.command.Command;
import org.portcullis.policy.ActivePolicy;
import org.portcullis.policy.CallDecision;
import org.portcullis.policy.CommandDecision;
import org.portcullis.policy.PolicyFixtures;
import org.portcullis.policy.ShadowRule;
import org.portcullis.policy.TestData;

/** Runs {@code decisions.yaml}. */
class DecisionCorpusTest {

  @TestFactory
  Stream<DynamicTest> decides() {
    return TestData.read(DecisionCorpusTest.class, "decisions.yaml").stream()
        .flatMap(
            group -> {
              ActivePolicy policy = PolicyFixtures.policy(text(group, "policy", ""));
              return list(group, "cases").stream()
                  .map(
                      data ->
                          dynamicTest(
                              text(group, "name", "") + ": " + text(data, "name", ""),
                              () -> check(policy, data)));
            });
  }

  private static void check(ActivePolicy policy, Map<String, Object> data) {
    CallDecision call =
        policy.decide(
            caller(texts(data, "groups", List.of("support")).toArray(String[]::new)),
            connection(text(data, "connection", "desk"), map(data, "labels")),
            "S-1",
            List.of(command(data)),
            PolicyFixtures.NOW);
    CommandDecision decision = call.commands().get(0);

    assertThat(call.effect().label()).isEqualTo(text(data, "expect", ""));
    assertThat(call.standing().label()).isEqualTo(text(data, "standing", "allow"));
    assertThat(decision.tree().map(DecisionCorpusTest::line))
        .containsExactlyElementsOf(TestData.texts(data, "commands"));
    assertThat(decision.tree().flatMap(d -> d.shadow().stream()).map(ShadowRule::rule))
        .containsExactlyElementsOf(TestData.texts(data, "shadow"));
    assertThat(call.masking()).containsExactlyInAnyOrderElementsOf(TestData.texts(data, "masking"));
    if (data.containsKey("plans")) {
      assertThat(decision.plans())
          .containsExactlyInAnyOrderElementsOf(TestData.texts(data, "plans"));
    }
    if (data.containsKey("roles")) {
      assertThat(call.roles()).containsExactlyInAnyOrderElementsOf(TestData.texts(data, "roles"));
    }
  }

  private static String line(CommandDecision decision) {
    return decision.command().name()
        + " "
        + decision.own().label()
        + " "
        + String.join(",", decision.rules());
  }

  private static Command command(Map<String, Object> data) {
    return PolicyFixtures.command(text(data, "command", ""), text(data, "args", "{}"))
        .withInner(list(data, "inner").stream().map(DecisionCorpusTest::command).toList());
  }

  private static List<String> texts(Map<String, Object> data, String key, List<String> otherwise) {
    return data.containsKey(key) ? TestData.texts(data, key) : otherwise;
  }
}
