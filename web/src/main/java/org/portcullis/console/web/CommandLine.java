package org.portcullis.console.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.policy.CommandDecision;

/**
 * One line of a command tree, the same on every page that shows one.
 *
 * @param depth 0 for the command itself, 1 for what was found in its arguments, and so on
 * @param command the command's name
 * @param decision the decision's name in lower case
 * @param rules ids of the rules, joined for reading; empty when no rule speaks about it
 * @param pointer where in the message it was found, as a JSON Pointer; empty when that is not told
 * @param because why the argument was taken for it; empty for what the protocol itself names
 * @param shadow what each rule in shadow mode would have made of it, in words
 */
public record CommandLine(
    int depth,
    String command,
    String decision,
    String rules,
    String pointer,
    String because,
    List<String> shadow) {

  public CommandLine {
    shadow = List.copyOf(shadow);
  }

  /** The lines of a recorded command and of everything below it, from the top. */
  public static List<CommandLine> of(JsonNode shown) {
    List<CommandLine> lines = new ArrayList<>();
    nested(shown, 0, lines);
    return lines;
  }

  /** The lines of an explained decision, whose list is flat and tells the parents. */
  public static List<CommandLine> ofExplained(JsonNode commands) {
    List<CommandLine> lines = new ArrayList<>();
    for (JsonNode command : commands) {
      int depth =
          command.has("parent") ? lines.get(command.get("parent").intValue()).depth() + 1 : 0;
      lines.add(line(command, depth));
    }
    return lines;
  }

  private static void nested(JsonNode shown, int depth, List<CommandLine> lines) {
    lines.add(line(shown, depth));
    shown.path("inner").forEach(inner -> nested(inner, depth + 1, lines));
  }

  private static CommandLine line(JsonNode shown, int depth) {
    List<String> rules = new ArrayList<>();
    shown.path("rules").forEach(rule -> rules.add(rule.asText()));
    rules.remove(CommandDecision.NO_RULE);
    List<String> shadow = new ArrayList<>();
    shown
        .path("wouldBe")
        .properties()
        .forEach(would -> shadow.add(would.getKey() + ": " + would.getValue().asText()));
    return new CommandLine(
        depth,
        Shown.inline(shown.path("command").asText()),
        shown.path("decision").asText(),
        String.join(", ", rules),
        Shown.inline(shown.path("pointer").asText()),
        shown.path("because").asText(),
        shadow);
  }
}
