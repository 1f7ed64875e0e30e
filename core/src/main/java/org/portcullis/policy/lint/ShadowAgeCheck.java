package org.portcullis.policy.lint;

import java.time.Duration;
import java.time.Instant;
import org.portcullis.policy.lint.LintedPolicy.PlacedRule;

/** L20, where it is known when lines were changed: rules that were to be tried, and stayed so. */
final class ShadowAgeCheck implements LintCheck {

  private static final Duration LONG = Duration.ofDays(30);

  @Override
  public void run(LintedPolicy policy) {
    LintKnowledge knowledge = policy.knowledge();
    for (PlacedRule placed : policy.rules()) {
      Instant since =
          placed.rule().shadow()
              ? knowledge.changed().apply(policy.line(placed.part("mode")))
              : null;
      if (since != null && since.isBefore(knowledge.now().minus(LONG))) {
        policy.found(
            LintRule.OLD_SHADOW,
            Severity.WARNING,
            "rule "
                + placed.rule().id()
                + " has been in shadow mode for "
                + Duration.between(since, knowledge.now()).toDays()
                + " days: enforce it or remove it",
            placed.part("mode"));
      }
    }
  }
}
