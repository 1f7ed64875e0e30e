package org.portcullis.tools.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portcullis.command.CommandName;
import org.portcullis.json.StrictJson;
import org.portcullis.policy.Rule;
import org.portcullis.tools.Calls;
import org.portcullis.tools.Exit;
import org.portcullis.tools.Options;
import org.portcullis.tools.PolicyFile;
import org.portcullis.tools.Terminal;
import org.portcullis.tools.Tool;
import org.portcullis.tools.Unusable;

/** {@code who-can}: the groups that may do something, and by which rules. */
public final class WhoCanTool implements Tool {

  /** Kinds of commands that are never found inside of another. */
  private static final Set<String> FROM_OUTSIDE =
      Set.of("tool", "resource", "prompt", "completion");

  @Override
  public String usage() {
    return """
        who-can FILE COMMAND [--on CONNECTION] [--json]
                                                the groups that may, and by which rules""";
  }

  @Override
  public Set<String> valued() {
    return Set.of("--on");
  }

  @Override
  public Set<String> flags() {
    return Set.of("--json");
  }

  @Override
  public int run(Options options, Terminal terminal) {
    PolicyFile file = PolicyFile.read(options.operand(0, "the policy file"));
    String text = options.operand(1, "the command");
    options.atMost(2);
    if (!CommandName.isValid(text)) {
      throw new Unusable(text + ": not the name of a command (expected: for example tool:refund)");
    }
    CommandName command = new CommandName(text);
    Reach reach = new Reach(file, terminal.clock().instant());
    Map<String, Map<List<Rule>, List<String>>> byConnection = new LinkedHashMap<>();
    reach
        .connections(options.value("--on"))
        .forEach((label, name) -> byConnection.put(label, who(file, reach, name, command)));
    Map<Map<List<Rule>, List<String>>, List<String>> found = Reach.together(byConnection);
    if (options.has("--json")) {
      terminal.say(json(file, command, found));
    } else {
      print(file, command, found, terminal);
    }
    return Exit.CLEAN;
  }

  /** Groups by the rules that name the command for them; only groups that may at all. */
  private static Map<List<Rule>, List<String>> who(
      PolicyFile file, Reach reach, String connection, CommandName command) {
    Map<String, List<Rule>> may = new LinkedHashMap<>();
    for (String group : file.policy().content().groups().keySet().stream().sorted().toList()) {
      List<Rule> rules = reach.rules(List.of(group), connection);
      List<Rule> naming = rules.stream().filter(rule -> speaks(rule, command)).toList();
      boolean inside = naming.stream().anyMatch(rule -> !rule.names(command));
      boolean closed = naming.stream().anyMatch(rule -> rule.closes() && rule.names(command));
      boolean shown =
          reach.active().shows(reach.caller(List.of(group)), Calls.connection(connection), command);
      if (shown || (inside && !closed)) {
        may.put(group, naming);
      }
    }
    return Reach.together(may);
  }

  /** Whether a rule names the command, or lets it through inside of another. */
  private static boolean speaks(Rule rule, CommandName command) {
    return rule.names(command)
        || (rule.innerAny() && rule.opens() && !FROM_OUTSIDE.contains(command.kind()));
  }

  private static void print(
      PolicyFile file,
      CommandName command,
      Map<Map<List<Rule>, List<String>>, List<String>> found,
      Terminal terminal) {
    found.forEach(
        (groups, connections) -> {
          String on = " on " + String.join(", ", connections);
          terminal.say(groups.isEmpty() ? "nobody may " + command + on : command + on);
          groups.forEach(
              (rules, names) -> {
                terminal.say("  " + String.join(", ", names));
                rules.forEach(rule -> terminal.say("    " + RuleText.of(file, rule)));
              });
        });
  }

  private static ObjectNode json(
      PolicyFile file,
      CommandName command,
      Map<Map<List<Rule>, List<String>>, List<String>> found) {
    ObjectNode document = StrictJson.object().put("command", command.text());
    ArrayNode list = document.putArray("who");
    found.forEach(
        (groups, connections) ->
            groups.forEach(
                (rules, names) -> {
                  ObjectNode entry = list.addObject();
                  connections.forEach(entry.putArray("on")::add);
                  names.forEach(entry.putArray("groups")::add);
                  ArrayNode ruleList = entry.putArray("rules");
                  rules.forEach(rule -> RuleText.add(ruleList, file, rule));
                }));
    return document;
  }
}
