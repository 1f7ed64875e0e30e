package org.portcullis.policy.engine;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.portcullis.policy.Effect;
import org.portcullis.policy.Rule;
import org.portcullis.policy.condition.Facts;
import org.portcullis.policy.condition.RuleCondition.Outcome;

/**
 * The rules of a scope that name a command, in the document's order, and what they come to. That
 * depends on nothing but the outcomes of their conditions, so each ruling is made once and kept.
 * Safe for use by many threads.
 */
final class Matching {

  /** With more conditions there are too many rulings to keep: each is made anew. */
  private static final int MAX_CONDITIONS = 4;

  private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

  private final List<Rule> rules;
  private final int conditions;
  private final @Nullable Ruling unconditional;
  private final AtomicReferenceArray<Ruling> kept;

  Matching(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    this.conditions = (int) rules.stream().filter(rule -> rule.when().isPresent()).count();
    this.unconditional = conditions == 0 ? made(outcomes(0), Inherited.NOTHING) : null;
    int size = conditions == 0 || conditions > MAX_CONDITIONS ? 0 : 1;
    for (int i = 0; i < conditions; i++) {
      size *= OUTCOMES.size();
    }
    this.kept = new AtomicReferenceArray<>(size);
  }

  List<Rule> rules() {
    return rules;
  }

  /** The ruling where nothing is inherited, if it needs no fact; null if a rule has a condition. */
  @Nullable Ruling unconditional() {
    return unconditional;
  }

  /** The ruling; every condition is asked once. */
  Ruling ruling(Facts facts, Inherited inherited) {
    if (unconditional != null && inherited.isNothing()) {
      return unconditional;
    }
    if (!inherited.isNothing() || conditions > MAX_CONDITIONS) {
      return made(
          rules.stream().map(rule -> outcome(rule, facts)).toArray(Outcome[]::new), inherited);
    }
    int code = 0;
    for (Rule rule : rules) {
      if (rule.when().isPresent()) {
        code = code * OUTCOMES.size() + OUTCOMES.indexOf(outcome(rule, facts));
      }
    }
    return kept(code);
  }

  /** The outcomes of the conditions as the digits of a number, the last condition's the lowest. */
  private Ruling kept(int code) {
    Ruling known = kept.get(code);
    return known != null ? known : make(code);
  }

  private Ruling make(int code) {
    Ruling made = made(outcomes(code), Inherited.NOTHING);
    kept.set(code, made);
    return made;
  }

  private Outcome[] outcomes(int code) {
    Outcome[] outcomes = new Outcome[rules.size()];
    int rest = code;
    for (int i = outcomes.length - 1; i >= 0; i--) {
      outcomes[i] = Outcome.TRUE;
      if (rules.get(i).when().isPresent()) {
        outcomes[i] = OUTCOMES.get(rest % OUTCOMES.size());
        rest /= OUTCOMES.size();
      }
    }
    return outcomes;
  }

  private Ruling made(Outcome[] outcomes, Inherited inherited) {
    Findings findings = new Findings(inherited);
    for (int i = 0; i < outcomes.length; i++) {
      Rule rule = rules.get(i);
      switch (outcomes[i]) {
        case TRUE -> findings.add(rule, rule.effect());
        // A condition that fails says nothing about what it was to keep apart: it blocks.
        case FAILED -> findings.add(rule, Effect.BLOCK);
        case FALSE -> {
          // The rule does not speak.
        }
      }
    }
    return findings.ruling();
  }

  private static Outcome outcome(Rule rule, Facts facts) {
    return rule.when().map(condition -> condition.test(facts)).orElse(Outcome.TRUE);
  }
}
