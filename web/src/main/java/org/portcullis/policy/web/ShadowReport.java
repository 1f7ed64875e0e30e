package org.portcullis.policy.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules in shadow mode would have changed in the latest part of the trail.
 *
 * @param decisions how many decisions were looked at
 * @param from when the first of them was made; null when there is none
 * @param to when the last of them was made; null when there is none
 * @param whole whether the trail has no older ones
 * @param rules the rules of the active policy in its order, then those that were noted and are no
 *     longer in shadow mode
 */
record ShadowReport(
    int decisions, @Nullable Instant from, @Nullable Instant to, boolean whole, List<Item> rules) {

  ShadowReport {
    rules = List.copyOf(rules);
  }

  /**
   * One rule.
   *
   * @param active whether the active policy has it in shadow mode
   * @param noted calls of which it would have changed a part at least
   * @param changes calls that it would have changed
   */
  record Item(String rule, boolean active, int noted, List<ShadowTally.Change> changes) {

    Item {
      changes = List.copyOf(changes);
    }

    /** Calls that would have been decided otherwise. */
    int calls() {
      return changes.stream().mapToInt(ShadowTally.Change::calls).sum();
    }
  }
}
