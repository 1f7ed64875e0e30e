package org.portcullis.console.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of a command tree.
 *
 * @param depth 0 for the command itself, 1 for what was found in its arguments, and so on
 * @param command the command's name
 * @param decision the decision's name in lower case
 * @param rules ids of the rules, joined for reading
 */
public record CommandLine(int depth, String command, String decision, String rules) {

  /** The lines of a recorded command and of everything below it, from the top. */
  public static List<CommandLine> of(JsonNode shown) {
    List<CommandLine> lines = new ArrayList<>();
    add(shown, 0, lines);
    return lines;
  }

  private static void add(JsonNode shown, int depth, List<CommandLine> lines) {
    List<String> rules = new ArrayList<>();
    shown.path("rules").forEach(rule -> rules.add(rule.asText()));
    lines.add(
        new CommandLine(
            depth,
            shown.path("command").asText(),
            shown.path("decision").asText(),
            String.join(", ", rules)));
    shown.path("inner").forEach(inner -> add(inner, depth + 1, lines));
  }
}
