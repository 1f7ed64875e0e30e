package org.portcullis.policy.lint;

import java.util.List;
import java.util.Set;
import org.portcullis.masking.MaskingEntry;
import org.portcullis.policy.Glob;
import org.portcullis.policy.lint.LintedPolicy.PlacedRule;

/** L4, where the connections are known: patterns of connections that match none of them. */
final class ConnectionPatternCheck implements LintCheck {

  @Override
  public void run(LintedPolicy policy) {
    policy.knowledge().connections().ifPresent(names -> run(policy, names));
  }

  private static void run(LintedPolicy policy, Set<String> names) {
    for (PlacedRule placed : policy.rules()) {
      List<Glob> on = placed.rule().on();
      for (int i = 0; i < on.size(); i++) {
        check(policy, names, on.get(i), placed.part("on", i));
      }
    }
    List<MaskingEntry> entries = policy.content().masking();
    for (int i = 0; i < entries.size(); i++) {
      List<String> on = entries.get(i).connections();
      for (int j = 0; j < on.size(); j++) {
        check(policy, names, Glob.of(on.get(j)), "masking", i, "on", j);
      }
    }
  }

  private static void check(LintedPolicy policy, Set<String> names, Glob glob, Object... steps) {
    if (names.stream().noneMatch(glob::matches)) {
      policy.found(
          LintRule.NEVER_WINS,
          Severity.WARNING,
          glob.text() + " matches no connection that is registered",
          steps);
    }
  }
}
