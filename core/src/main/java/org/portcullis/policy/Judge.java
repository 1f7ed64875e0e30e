package org.portcullis.policy;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.command.Command;

/** Decides about the commands of one call. For use by one thread. */
final class Judge {

  private final Scope scope;
  private final Facts.Around around;

  Judge(Scope scope, Facts.Around around) {
    this.scope = scope;
    this.around = around;
  }

  CommandDecision decide(Command command) {
    return decide(command, Inherited.NOTHING);
  }

  private CommandDecision decide(Command command, Inherited inherited) {
    Findings findings = new Findings(inherited);
    Facts facts = new Facts(around, command);
    for (Rule rule : scope.matching(command.name())) {
      switch (outcome(rule, facts)) {
        case TRUE -> findings.add(rule, rule.effect());
        // A condition that fails says nothing about what it was to keep apart: it blocks.
        case FAILED -> findings.add(rule, Effect.BLOCK);
        case FALSE -> {
          // The rule does not speak.
        }
      }
    }
    return findings.decision(command, inner(command, findings.forInner()));
  }

  private List<CommandDecision> inner(Command command, Inherited inherited) {
    if (command.inner().isEmpty()) {
      return List.of();
    }
    List<CommandDecision> decisions = new ArrayList<>(command.inner().size());
    for (Command below : command.inner()) {
      decisions.add(decide(below, inherited));
    }
    return decisions;
  }

  private static RuleCondition.Outcome outcome(Rule rule, Facts facts) {
    return rule.when().map(condition -> condition.test(facts)).orElse(RuleCondition.Outcome.TRUE);
  }
}
