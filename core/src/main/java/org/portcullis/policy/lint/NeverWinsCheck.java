package org.portcullis.policy.lint;

import java.util.List;
import java.util.Optional;
import org.portcullis.policy.Effect;
import org.portcullis.policy.Glob;
import org.portcullis.policy.Rule;
import org.portcullis.policy.lint.LintedPolicy.PlacedRule;

/**
 * L4: rules that never decide, because everyone who has them has stricter ones (or others of the
 * same effect) that always speak about the same commands, and patterns that say nothing new.
 */
final class NeverWinsCheck implements LintCheck {

  @Override
  public void run(LintedPolicy policy) {
    for (PlacedRule placed : policy.rules()) {
      if (!placed.rule().shadow()) {
        rule(policy, placed);
      }
      patterns(policy, placed);
    }
  }

  private static void rule(LintedPolicy policy, PlacedRule placed) {
    List<PlacedRule> others =
        policy.mayCover(placed).stream()
            .filter(other -> !other.equals(placed) && alwaysSpeaks(other, placed))
            .toList();
    List<PlacedRule> stricter = others.stream().filter(other -> silences(other, placed)).toList();
    if (isCovered(placed, stricter, true)) {
      String by = names(placed, stricter, true);
      policy.found(
          LintRule.NEVER_WINS,
          Severity.WARNING,
          "rule "
              + placed.rule().id()
              + " never takes effect: "
              + by
              + " always decides more strictly",
          placed.part("id"));
      return;
    }
    addsNothing(policy, placed, others);
  }

  private static void addsNothing(LintedPolicy policy, PlacedRule placed, List<PlacedRule> others) {
    List<PlacedRule> same = others.stream().filter(other -> addsAsMuch(other, placed)).toList();
    if (isCovered(placed, same, false)) {
      policy.found(
          LintRule.NEVER_WINS,
          Severity.NOTE,
          "rule "
              + placed.rule().id()
              + " adds nothing: "
              + names(placed, same, false)
              + " says the same",
          placed.part("id"));
    }
  }

  private static boolean alwaysSpeaks(PlacedRule other, PlacedRule placed) {
    return !other.rule().shadow()
        && other.rule().when().isEmpty()
        && Patterns.cover(other.rule().on(), placed.rule().on());
  }

  /** What is masked, and what is let through inside, stays so where a human is asked first. */
  private static boolean silences(PlacedRule other, PlacedRule placed) {
    boolean staysToo = placed.rule().effect() == Effect.MASK || placed.rule().innerAny();
    return other.rule().effect() == Effect.BLOCK || !staysToo;
  }

  private static boolean isCovered(PlacedRule placed, List<PlacedRule> others, boolean stricter) {
    return placed.rule().commands().stream()
        .allMatch(glob -> covering(glob, others, placed.rule().effect(), stricter).isPresent());
  }

  private static Optional<PlacedRule> covering(
      Glob glob, List<PlacedRule> others, Effect effect, boolean stricter) {
    return others.stream()
        .filter(
            other ->
                stricter
                    ? other.rule().effect().compareTo(effect) > 0
                    : other.rule().effect() == effect)
        .filter(other -> other.rule().commands().stream().anyMatch(wide -> wide.covers(glob)))
        .findFirst();
  }

  private static String names(PlacedRule placed, List<PlacedRule> others, boolean stricter) {
    List<String> ids =
        placed.rule().commands().stream()
            .flatMap(glob -> covering(glob, others, placed.rule().effect(), stricter).stream())
            .map(other -> other.rule().id())
            .distinct()
            .toList();
    return String.join(", ", ids);
  }

  /** Of two rules that say exactly the same the second one adds nothing, not both. */
  private static boolean addsAsMuch(PlacedRule other, PlacedRule placed) {
    Rule mine = placed.rule();
    Rule its = other.rule();
    boolean asMuch =
        its.plan().equals(mine.plan())
            && its.masking().containsAll(mine.masking())
            && (its.innerAny() || !mine.innerAny());
    boolean mutual =
        mine.when().isEmpty()
            && Patterns.coverEach(mine.commands(), its.commands())
            && Patterns.cover(mine.on(), its.on());
    return asMuch && (!mutual || isBefore(other, placed));
  }

  private static boolean isBefore(PlacedRule other, PlacedRule placed) {
    return !other.role().equals(placed.role()) || other.index() < placed.index();
  }

  private static void patterns(LintedPolicy policy, PlacedRule placed) {
    List<Glob> commands = placed.rule().commands();
    for (int i = 0; i < commands.size(); i++) {
      for (int j = 0; j < commands.size(); j++) {
        boolean needless =
            i != j
                && commands.get(j).covers(commands.get(i))
                && (j < i || !commands.get(i).covers(commands.get(j)));
        if (needless) {
          policy.found(
              LintRule.NEVER_WINS,
              Severity.NOTE,
              commands.get(i).text() + " adds nothing to " + commands.get(j).text(),
              placed.part("commands", i));
          break;
        }
      }
    }
  }
}
