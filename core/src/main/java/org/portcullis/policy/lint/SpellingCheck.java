package org.portcullis.policy.lint;

import java.util.Set;
import org.portcullis.policy.Effect;
import org.portcullis.policy.condition.ConditionFacts;
import org.portcullis.policy.condition.ConditionFacts.Comparison;
import org.portcullis.policy.lint.LintedPolicy.PlacedRule;

/**
 * L17: a text of the call is compared as it stands, and a call that spells it otherwise (in another
 * case, with a dot segment, with another form of a letter) is decided more mildly for it. Where
 * another spelling only leads to a stricter decision there is nothing to say.
 */
final class SpellingCheck implements LintCheck {

  private static final Set<String> EXACT =
      Set.of("==", "!=", "in", "startsWith", "endsWith", "contains");

  @Override
  public void run(LintedPolicy policy) {
    for (PlacedRule placed : policy.rules()) {
      if (placed.rule().when().isPresent()) {
        boolean closes = placed.rule().effect().compareTo(Effect.APPROVE) >= 0;
        ConditionFacts.of(placed.rule().when().get().toString()).comparisons().stream()
            .filter(comparison -> isExact(comparison) && closes != comparison.excludes())
            .forEach(comparison -> found(policy, placed, comparison));
      }
    }
  }

  private static boolean isExact(Comparison comparison) {
    return comparison.path().variable().equals("args")
        && comparison.constant() instanceof String text
        && text.codePoints().anyMatch(Character::isLetter)
        && EXACT.contains(comparison.operator());
  }

  private static void found(LintedPolicy policy, PlacedRule placed, Comparison comparison) {
    policy.found(
        LintRule.SPELLING,
        Severity.WARNING,
        comparison.path()
            + " is compared with '"
            + comparison.constant()
            + "' letter by letter: another spelling slips past rule "
            + placed.rule().id()
            + "; use matches('(?i)…') or list what is allowed instead",
        placed.part("when"));
  }
}
