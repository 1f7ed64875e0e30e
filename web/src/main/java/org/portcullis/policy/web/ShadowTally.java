package org.portcullis.policy.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.portcullis.pipeline.ShadowChange;
import org.portcullis.policy.Effect;
import org.portcullis.recording.EventDesk.Recorded;

/** Counts what rules in shadow mode would have changed, event by event. For use by one thread. */
final class ShadowTally {

  private final Map<String, Integer> noted = new TreeMap<>();
  private final Map<ShadowChange, Change> changes = new HashMap<>();

  /**
   * Calls that a rule would have decided otherwise in the same way.
   *
   * @param example the last event of that kind
   */
  record Change(Effect from, Effect to, int calls, Instant first, Recorded example) {}

  /** Takes in an event of the kind {@code DECIDED}. */
  void add(Recorded decided) {
    for (ShadowChange change : ShadowChange.in(decided.event().detail())) {
      noted.merge(change.rule(), 1, Integer::sum);
      if (change.isChange()) {
        Change one = new Change(change.from(), change.to(), 1, decided.event().at(), decided);
        changes.merge(change, one, ShadowTally::join);
      }
    }
  }

  /** The rules that were noted. */
  Iterable<String> rules() {
    return noted.keySet();
  }

  /** Calls of which a rule would have changed a part at least. */
  int noted(String rule) {
    return noted.getOrDefault(rule, 0);
  }

  /** The calls that a rule would have changed, the most frequent change first. */
  List<Change> changes(String rule) {
    List<Change> list = new ArrayList<>();
    changes.forEach(
        (key, change) -> {
          if (key.rule().equals(rule)) {
            list.add(change);
          }
        });
    list.sort(
        Comparator.comparingInt(Change::calls)
            .reversed()
            .thenComparing(Change::from)
            .thenComparing(Change::to));
    return list;
  }

  private static Change join(Change before, Change now) {
    return new Change(
        before.from(), before.to(), before.calls() + now.calls(), before.first(), now.example());
  }
}
