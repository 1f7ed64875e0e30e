package org.portcullis.policy.engine;

import java.util.List;
import java.util.Set;
import org.portcullis.command.Command;
import org.portcullis.policy.CommandDecision;
import org.portcullis.policy.Effect;
import org.portcullis.policy.ShadowRule;

/**
 * What rules came to about a command, whichever command it is: everything of a decision but the
 * command and its sub-commands. Immutable and shared by all decisions alike.
 *
 * @param forInner what the sub-commands get
 */
record Ruling(
    Effect own,
    List<String> rules,
    List<ShadowRule> shadow,
    Set<String> plans,
    Set<String> masking,
    Inherited forInner) {

  Ruling {
    rules = List.copyOf(rules);
    shadow = List.copyOf(shadow);
    plans = Set.copyOf(plans);
    masking = Set.copyOf(masking);
  }

  CommandDecision about(Command command, List<CommandDecision> inner) {
    return new CommandDecision(command, own, rules, shadow, plans, masking, inner);
  }
}
