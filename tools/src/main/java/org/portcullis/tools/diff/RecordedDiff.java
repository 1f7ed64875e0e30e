package org.portcullis.tools.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.portcullis.policy.Effect;
import org.portcullis.tools.replay.RecordedCall;
import org.portcullis.tools.replay.Replayed;

/** Counts the recorded calls that two policies decide otherwise. For one thread. */
final class RecordedDiff {

  private final List<Difference> differences;
  private long untold;

  private RecordedDiff(Collection<Difference> differences) {
    this.differences = new ArrayList<>(differences);
  }

  /** The differences that were found, before any recorded call is looked at. */
  static RecordedDiff without(Collection<Difference> differences) {
    return new RecordedDiff(differences);
  }

  /** The differences that were known, and those that only recorded calls showed. */
  List<Difference> differences() {
    return differences;
  }

  /** Recorded calls that cannot be decided again. */
  long untold() {
    return untold;
  }

  void add(RecordedCall call, Replayed before, Replayed after) {
    if (before instanceof Replayed.Decided from && after instanceof Replayed.Decided to) {
      if (from.effect() != to.effect()) {
        count(call, from, to);
      }
    } else {
      untold++;
    }
  }

  private void count(RecordedCall call, Replayed.Decided from, Replayed.Decided to) {
    differences.stream()
        .filter(known -> isThat(known.from(), from) && isThat(known.to(), to))
        .findFirst()
        .orElseGet(() -> added(call, from, to))
        .addRecorded();
  }

  private static boolean isThat(Outcome outcome, Replayed.Decided decided) {
    return outcome.effect() == decided.effect() && outcome.rules().equals(decided.rules());
  }

  private Difference added(RecordedCall call, Replayed.Decided from, Replayed.Decided to) {
    List<String> names =
        call.commands().stream().map(command -> command.path("command").asText()).toList();
    Difference difference =
        new Difference(
            outcome(from.effect(), from.rules()),
            outcome(to.effect(), to.rules()),
            String.join(", ", names),
            "event " + call.number() + " of " + call.at());
    call.groups()
        .ifPresent(groups -> groups.forEach(group -> difference.add(group, call.connection())));
    differences.add(difference);
    return difference;
  }

  private static Outcome outcome(Effect effect, List<String> rules) {
    return new Outcome(effect, Set.of(), Set.of(), rules);
  }
}
