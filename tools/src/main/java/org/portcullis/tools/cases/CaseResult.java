package org.portcullis.tools.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.portcullis.policy.ActivePolicy;
import org.portcullis.policy.CallDecision;
import org.portcullis.policy.CommandDecision;
import org.portcullis.policy.Effect;

/**
 * What came of a case.
 *
 * @param differences from what was expected; empty when it passed
 */
record CaseResult(TestCase test, CallDecision decision, List<String> differences) {

  static CaseResult of(TestCase test, ActivePolicy policy) {
    CallDecision decision =
        policy.decide(test.caller(), test.connection(), "", List.of(test.command()), test.now());
    List<String> differences = new ArrayList<>();
    if (decision.effect() != test.expected()) {
      differences.add(
          "expected "
              + test.expected().label()
              + ", decided "
              + decision.effect().label()
              + " by "
              + String.join(", ", rules(decision)));
    }
    if (test.rules().isPresent() && !test.rules().get().equals(rules(decision))) {
      differences.add(
          "expected rules "
              + String.join(", ", new TreeSet<>(test.rules().get()))
              + ", decided by "
              + String.join(", ", rules(decision)));
    }
    test.commands().forEach((name, effect) -> command(decision, name, effect, differences));
    return new CaseResult(test, decision, differences);
  }

  boolean passed() {
    return differences.isEmpty();
  }

  /** Every rule that had a say about a command of the call, in shadow mode too. */
  Set<String> deciding() {
    Set<String> rules = new TreeSet<>();
    decision.commands().stream()
        .flatMap(CommandDecision::tree)
        .forEach(
            node -> {
              rules.addAll(node.rules());
              node.shadow().forEach(shadow -> rules.add(shadow.rule()));
            });
    return rules;
  }

  private static Set<String> rules(CallDecision decision) {
    return decision.deciding(decision.effect()).stream()
        .flatMap(node -> node.rules().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void command(
      CallDecision decision, String name, Effect expected, List<String> differences) {
    Map<Boolean, List<CommandDecision>> found =
        decision.commands().stream()
            .flatMap(CommandDecision::tree)
            .filter(node -> node.command().name().text().equals(name))
            .collect(Collectors.partitioningBy(node -> node.own() == expected));
    if (found.values().stream().allMatch(List::isEmpty)) {
      differences.add("the call holds no command " + name);
    }
    found
        .getOrDefault(false, List.of())
        .forEach(
            node ->
                differences.add(
                    name + ": expected " + expected.label() + ", decided " + node.own().label()));
  }
}
