package org.portcullis.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.portcullis.command.Command;

/**
 * The decision about one command and, below it, about its sub-commands.
 *
 * @param command what was decided about
 * @param own the effect of the rules that speak about this very command
 * @param rules ids of the rules that led to {@code own}; for a missing rule the single id {@link
 *     #NO_RULE}
 * @param shadow the rules in shadow mode that would each have led to another effect
 * @param plans names of the approval plans asked for by {@code own}; empty unless APPROVE
 * @param masking ids of masking entries that the rules add
 * @param inner the decisions about the sub-commands, in their order
 */
public record CommandDecision(
    Command command,
    Effect own,
    List<String> rules,
    List<ShadowRule> shadow,
    Set<String> plans,
    Set<String> masking,
    List<CommandDecision> inner) {

  /** Stands where no rule speaks about a command. */
  public static final String NO_RULE = "no-rule";

  public CommandDecision {
    rules = List.copyOf(rules);
    shadow = List.copyOf(shadow);
    plans = Set.copyOf(plans);
    masking = Set.copyOf(masking);
    inner = List.copyOf(inner);
  }

  /** The strictest effect of the whole tree. */
  public Effect effect() {
    return inner.stream().map(CommandDecision::effect).reduce(own, Effect::join);
  }

  /** This decision and every one below it, from the top. */
  public Stream<CommandDecision> tree() {
    return Stream.concat(Stream.of(this), inner.stream().flatMap(CommandDecision::tree));
  }
}
