package org.portcullis.policy.lint;

import org.portcullis.policy.Effect;
import org.portcullis.policy.Glob;
import org.portcullis.policy.Rule;
import org.portcullis.policy.lint.LintedPolicy.PlacedRule;

/**
 * L1: rules without a condition that let through whatever a server will ever offer. A rule that
 * blocks or asks may be as wide as it likes.
 */
final class WildcardCheck implements LintCheck {

  @Override
  public void run(LintedPolicy policy) {
    for (PlacedRule placed : policy.rules()) {
      Rule rule = placed.rule();
      if (rule.opens() && rule.effect() != Effect.APPROVE && rule.when().isEmpty()) {
        commands(policy, placed);
        connections(policy, placed);
      }
    }
  }

  private static void commands(LintedPolicy policy, PlacedRule placed) {
    for (int i = 0; i < placed.rule().commands().size(); i++) {
      String pattern = placed.rule().commands().get(i).text();
      if (isEverything(pattern)) {
        policy.found(
            LintRule.WILDCARD,
            Severity.WARNING,
            "rule "
                + placed.rule().id()
                + " lets through "
                + pattern
                + ": also what is added behind the connection later",
            placed.part("commands", i));
      }
    }
  }

  private static void connections(LintedPolicy policy, PlacedRule placed) {
    boolean everywhere =
        placed.rule().on().isEmpty() || placed.rule().on().stream().anyMatch(on -> isStars(on));
    if (everywhere) {
      policy.found(
          LintRule.WILDCARD,
          Severity.NOTE,
          "rule " + placed.rule().id() + " lets through on every connection, also on later ones",
          placed.rule().on().isEmpty() ? placed.part("id") : placed.part("on"));
    }
  }

  private static boolean isStars(Glob glob) {
    return glob.text().chars().allMatch(c -> c == '*');
  }

  /** A star alone, or a kind (and for SQL and HTTP a star as the verb) with only stars behind. */
  private static boolean isEverything(String pattern) {
    int colon = pattern.indexOf(':');
    return pattern.substring(colon + 1).chars().allMatch(c -> c == '*' || c == ':');
  }
}
