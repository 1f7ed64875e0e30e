package org.portcullis.policy.lint;

import java.util.List;
import org.portcullis.policy.condition.ConditionFacts;
import org.portcullis.policy.condition.ConditionFacts.Comparison;
import org.portcullis.policy.lint.LintedPolicy.PlacedRule;

/** L16: hours without a zone, and rules that open at a time and never close again. */
final class TimeCheck implements LintCheck {

  @Override
  public void run(LintedPolicy policy) {
    for (PlacedRule placed : policy.rules()) {
      if (placed.rule().when().isPresent()) {
        condition(policy, placed, ConditionFacts.of(placed.rule().when().get().toString()));
      }
    }
  }

  private static void condition(LintedPolicy policy, PlacedRule placed, ConditionFacts facts) {
    if (!facts.withoutZone().isEmpty()) {
      policy.found(
          LintRule.TIME,
          Severity.WARNING,
          String.join(", ", facts.withoutZone().stream().sorted().toList())
              + " without a zone means UTC: name one, for example getHours('Europe/Berlin')",
          placed.part("when"));
    }
    List<Comparison> ofNow =
        facts.comparisons().stream()
            .filter(comparison -> comparison.path().variable().equals("now"))
            .toList();
    boolean begins = ofNow.stream().anyMatch(comparison -> isAfter(comparison));
    boolean ends = ofNow.stream().anyMatch(comparison -> !isAfter(comparison));
    if (placed.rule().opens() && begins && !ends) {
      policy.found(
          LintRule.TIME,
          Severity.NOTE,
          "rule " + placed.rule().id() + " opens at a time and has no end",
          placed.part("when"));
    }
  }

  private static boolean isAfter(Comparison comparison) {
    return comparison.operator().startsWith(">") != comparison.negated();
  }
}
