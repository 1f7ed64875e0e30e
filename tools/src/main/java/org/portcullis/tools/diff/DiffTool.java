package org.portcullis.tools.diff;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.portcullis.json.StrictJson;
import org.portcullis.tools.Exit;
import org.portcullis.tools.Options;
import org.portcullis.tools.PolicyFile;
import org.portcullis.tools.Terminal;
import org.portcullis.tools.Tool;
import org.portcullis.tools.World;
import org.portcullis.tools.replay.KnownConnections;
import org.portcullis.tools.replay.Recording;
import org.portcullis.tools.replay.Replayer;

/** {@code diff}: every class of call that two policies decide otherwise, with an example. */
public final class DiffTool implements Tool {

  private static final String FAIL = "--fail-on-change";
  private static final String RECORDED = "--recorded";
  private static final List<String> DIRECTIONS = List.of("wider", "stricter", "other");

  @Override
  public String usage() {
    return """
        diff OLD NEW [--events EVENTS.jsonl | --recorded] [--since 30d] [--connections FILE.json]
                  [--gate URL] [--token-file FILE] [--tools TOOLS.json] [--json] [--fail-on-change]
                                                calls that are decided otherwise, an example of each
                                                class, and how many recorded calls fall in it""";
  }

  @Override
  public Set<String> valued() {
    Set<String> valued = new HashSet<>(Recording.OPTIONS);
    valued.addAll(World.OPTIONS);
    return valued;
  }

  @Override
  public Set<String> flags() {
    return Set.of("--json", RECORDED, FAIL);
  }

  @Override
  public int run(Options options, Terminal terminal) {
    PolicyFile before = PolicyFile.read(options.operand(0, "the old policy file"));
    PolicyFile after = PolicyFile.read(options.operand(1, "the new policy file"));
    options.atMost(2);
    List<Difference> tried =
        List.copyOf(
            new PolicyDiff(before.policy(), after.policy(), terminal.clock().instant()).run());
    boolean counts = options.has(RECORDED) || options.value("--events").isPresent();
    RecordedDiff recorded =
        counts ? recorded(tried, before, after, options, terminal) : RecordedDiff.without(tried);
    List<Difference> sorted = sorted(recorded.differences());
    if (options.has("--json")) {
      terminal.say(json(sorted, counts, recorded.untold()));
    } else {
      print(sorted, counts, recorded.untold(), terminal);
    }
    return options.has(FAIL) && !sorted.isEmpty() ? Exit.FOUND : Exit.CLEAN;
  }

  private static RecordedDiff recorded(
      List<Difference> tried,
      PolicyFile before,
      PolicyFile after,
      Options options,
      Terminal terminal) {
    Recording recording = Recording.of(options, terminal);
    KnownConnections connections = recording.connections();
    World world = World.of(options, terminal);
    RecordedDiff recorded = RecordedDiff.without(tried);
    Replayer old = new Replayer(before.policy(), connections, world);
    Replayer draft = new Replayer(after.policy(), connections, world);
    recording.forEach(call -> recorded.add(call, old.replay(call), draft.replay(call)));
    return recorded;
  }

  /** What is let through more comes first. */
  private static List<Difference> sorted(List<Difference> differences) {
    return differences.stream()
        .sorted(Comparator.comparing(each -> DIRECTIONS.indexOf(each.direction())))
        .toList();
  }

  private static void print(
      List<Difference> differences, boolean counts, long untold, Terminal terminal) {
    terminal.say(differences.size() + " classes of calls are decided otherwise");
    for (Difference each : differences) {
      terminal.say(
          String.format("%-8s ", each.direction())
              + each.commands()
              + ": "
              + each.from().label()
              + " -> "
              + each.to().label());
      terminal.say(
          "  for "
              + String.join(", ", each.groups())
              + " on "
              + String.join(", ", each.connections())
              + "; was by "
              + String.join(", ", each.from().rules())
              + ", is by "
              + String.join(", ", each.to().rules()));
      terminal.say("  for example " + each.example());
      if (counts) {
        terminal.say("  recorded calls: " + each.recorded());
      }
    }
    if (untold > 0) {
      terminal.say(untold + " recorded calls cannot be decided again (replay says why)");
    }
  }

  private static ObjectNode json(List<Difference> differences, boolean counts, long untold) {
    ObjectNode document = StrictJson.object();
    ArrayNode list = document.putArray("differences");
    for (Difference each : differences) {
      ObjectNode entry =
          list.addObject()
              .put("direction", each.direction())
              .put("commands", each.commands())
              .put("from", each.from().effect().label())
              .put("to", each.to().effect().label())
              .put("example", each.example());
      each.groups().forEach(entry.putArray("groups")::add);
      each.connections().forEach(entry.putArray("connections")::add);
      each.from().rules().forEach(entry.putArray("rulesBefore")::add);
      each.to().rules().forEach(entry.putArray("rulesAfter")::add);
      if (counts) {
        entry.put("recorded", each.recorded());
      }
    }
    if (counts) {
      document.put("notReplayable", untold);
    }
    return document;
  }
}
