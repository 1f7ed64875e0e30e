package org.portcullis.tools.diff;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.portcullis.policy.CallDecision;
import org.portcullis.policy.CommandDecision;
import org.portcullis.policy.Effect;

/**
 * What is decided about a call, with all that makes a difference to its caller.
 *
 * @param plans that humans are asked by
 * @param masking entries that rules add
 * @param rules that lead to the effect
 */
record Outcome(Effect effect, Set<String> plans, Set<String> masking, List<String> rules) {

  static Outcome of(CallDecision decision) {
    Set<String> plans = new TreeSet<>();
    decision.commands().stream()
        .flatMap(CommandDecision::tree)
        .forEach(node -> plans.addAll(node.plans()));
    List<String> rules =
        decision.deciding(decision.effect()).stream()
            .flatMap(node -> node.rules().stream())
            .distinct()
            .sorted()
            .toList();
    boolean blocks = decision.effect() == Effect.BLOCK;
    return new Outcome(
        decision.effect(),
        blocks ? Set.of() : plans,
        blocks ? Set.of() : new TreeSet<>(decision.masking()),
        rules);
  }

  /** Whether the two make no difference to a caller; the rules' names are none. */
  boolean sameAs(Outcome other) {
    return effect == other.effect && plans.equals(other.plans) && masking.equals(other.masking);
  }

  /** For example {@code approve (one-approver)}. */
  String label() {
    Set<String> with = new TreeSet<>(plans);
    with.addAll(masking);
    return effect.label() + (with.isEmpty() ? "" : " (" + String.join(", ", with) + ")");
  }
}
