package org.portcullis.policy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The decision about every command of an exchange under one policy version.
 *
 * @param policyVersion number of the version, 1 or more; 0 when no policy is active
 * @param roles the caller's roles under that version
 * @param commands one decision a command, in the exchange's order
 * @param standing the least that the exchange is decided as, whatever its commands say: BLOCK when
 *     the caller has no business on the connection at all, otherwise ALLOW
 */
public record CallDecision(
    int policyVersion, Set<String> roles, List<CommandDecision> commands, Effect standing) {

  public CallDecision {
    roles = Set.copyOf(roles);
    commands = List.copyOf(commands);
  }

  /** The strictest effect of all. */
  public Effect effect() {
    return commands.stream().map(CommandDecision::effect).reduce(standing, Effect::join);
  }

  /** Ids of the masking entries that the rules add. */
  public Set<String> masking() {
    return commands.stream()
        .flatMap(CommandDecision::tree)
        .flatMap(decision -> decision.masking().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Every decision with exactly this effect of its own, in order. */
  public List<CommandDecision> deciding(Effect effect) {
    return commands.stream()
        .flatMap(CommandDecision::tree)
        .filter(decision -> decision.own() == effect)
        .toList();
  }
}
