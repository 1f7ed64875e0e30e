package org.portcullis.tools.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portcullis.json.StrictJson;
import org.portcullis.policy.Effect;
import org.portcullis.tools.Terminal;

/** Counts what came of recorded calls. */
final class ReplayReport {

  private final Map<Change, Tally> changed = new LinkedHashMap<>();
  private final Map<String, Tally> untold = new LinkedHashMap<>();
  private long unchanged;

  /** A kind of change. */
  private record Change(Effect from, Effect to, List<String> rules) {}

  /** How many there are, and the first of them. */
  private record Tally(long count, RecordedCall example) {

    Tally plus(Tally other) {
      return new Tally(count + other.count, example);
    }
  }

  void add(RecordedCall call, Replayed replayed) {
    if (replayed instanceof Replayed.Untold none) {
      untold.merge(none.reason(), new Tally(1, call), Tally::plus);
    } else if (replayed instanceof Replayed.Decided decided) {
      if (decided.effect() == call.decision()) {
        unchanged++;
      } else {
        Change change = new Change(call.decision(), decided.effect(), decided.rules());
        changed.merge(change, new Tally(1, call), Tally::plus);
      }
    }
  }

  boolean hasChanges() {
    return !changed.isEmpty();
  }

  void print(Terminal terminal) {
    terminal.say(
        unchanged + " unchanged, " + sum(changed) + " changed, " + sum(untold) + " not replayable");
    sorted(changed)
        .forEach(
            entry -> {
              Change change = entry.getKey();
              terminal.say(
                  change.from().label()
                      + " -> "
                      + change.to().label()
                      + "  "
                      + entry.getValue().count()
                      + " calls, now by "
                      + by(change.rules()));
              terminal.say("  for example " + text(entry.getValue().example()));
            });
    sorted(untold)
        .forEach(
            entry -> {
              terminal.say(
                  "not replayable  " + entry.getValue().count() + " calls: " + entry.getKey());
              terminal.say("  for example " + text(entry.getValue().example()));
            });
  }

  ObjectNode json() {
    ObjectNode document = StrictJson.object().put("unchanged", unchanged);
    ArrayNode changes = document.putArray("changed");
    sorted(changed)
        .forEach(
            entry -> {
              ObjectNode change =
                  changes
                      .addObject()
                      .put("from", entry.getKey().from().label())
                      .put("to", entry.getKey().to().label())
                      .put("count", entry.getValue().count())
                      .put("example", entry.getValue().example().number());
              entry.getKey().rules().forEach(change.putArray("rules")::add);
            });
    ArrayNode reasons = document.putArray("notReplayable");
    sorted(untold)
        .forEach(
            entry ->
                reasons
                    .addObject()
                    .put("reason", entry.getKey())
                    .put("count", entry.getValue().count())
                    .put("example", entry.getValue().example().number()));
    return document;
  }

  /** A call without commands is decided by whether the caller has any rule on the connection. */
  private static String by(List<String> rules) {
    return rules.isEmpty() ? "the caller's rules on the connection" : String.join(", ", rules);
  }

  private static long sum(Map<?, Tally> tallies) {
    return tallies.values().stream().mapToLong(Tally::count).sum();
  }

  private static <K> List<Map.Entry<K, Tally>> sorted(Map<K, Tally> tallies) {
    return tallies.entrySet().stream()
        .sorted(Comparator.comparing(entry -> -entry.getValue().count()))
        .toList();
  }

  private static String text(RecordedCall call) {
    List<String> names =
        call.commands().stream().map(command -> command.path("command").asText()).toList();
    return "event "
        + call.number()
        + " of "
        + call.at()
        + ": "
        + call.actor()
        + " on "
        + call.connection()
        + ", "
        + String.join(", ", names);
  }
}
