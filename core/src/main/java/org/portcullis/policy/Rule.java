package org.portcullis.policy;

import java.util.List;
import java.util.Optional;
import org.portcullis.command.CommandName;
import org.portcullis.policy.condition.RuleCondition;

/**
 * A rule of a role.
 *
 * @param id unique in the policy
 * @param on patterns of connection names; empty for every connection
 * @param commands patterns of command names in the spelling of {@link Spelling}; not empty
 * @param when what else has to be true; empty for always
 * @param plan name of the approval plan; empty unless the effect is APPROVE
 * @param masking ids of the masking entries to add; empty unless the effect is MASK
 * @param shadow whether it is only noted what it would have done
 * @param innerAny whether the sub-commands of a command it lets through are let through as well
 */
public record Rule(
    String id,
    Effect effect,
    List<Glob> on,
    List<Glob> commands,
    Optional<RuleCondition> when,
    String plan,
    List<String> masking,
    boolean shadow,
    boolean innerAny) {

  public Rule {
    on = List.copyOf(on);
    commands = List.copyOf(commands);
    masking = List.copyOf(masking);
  }

  /** Whether it speaks on the connection of this name. */
  public boolean isOn(String connection) {
    return on.isEmpty() || on.stream().anyMatch(glob -> glob.matches(connection));
  }

  /** Whether its patterns name the command; its condition is not asked. */
  public boolean names(CommandName name) {
    String spelled = Spelling.of(name.text());
    return commands.stream().anyMatch(glob -> glob.matches(spelled));
  }

  /** Whether it counts, rather than only being noted, and can let something through. */
  public boolean opens() {
    return !shadow && effect != Effect.BLOCK;
  }

  /** Whether it blocks whatever it speaks about, always. */
  public boolean closes() {
    return !shadow && effect == Effect.BLOCK && when.isEmpty();
  }
}
