package org.portcullis.tools.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portcullis.json.StrictJson;
import org.portcullis.policy.Rule;
import org.portcullis.tools.Exit;
import org.portcullis.tools.Options;
import org.portcullis.tools.PolicyFile;
import org.portcullis.tools.Terminal;
import org.portcullis.tools.Tool;

/** {@code can}: what callers with some groups may do, connection by connection. */
public final class CanTool implements Tool {

  @Override
  public String usage() {
    return """
        can FILE --groups A,B [--on CONNECTION] [--json]
                                                what such a caller may do""";
  }

  @Override
  public Set<String> valued() {
    return Set.of("--groups", "--on");
  }

  @Override
  public Set<String> flags() {
    return Set.of("--json");
  }

  @Override
  public int run(Options options, Terminal terminal) {
    PolicyFile file = PolicyFile.read(options.operand(0, "the policy file"));
    options.atMost(1);
    options.required("--groups");
    List<String> groups = options.list("--groups");
    Reach reach = new Reach(file, terminal.clock().instant());
    Map<String, List<Rule>> byConnection = new LinkedHashMap<>();
    reach
        .connections(options.value("--on"))
        .forEach((label, name) -> byConnection.put(label, sorted(reach.rules(groups, name))));
    Map<List<Rule>, List<String>> found = Reach.together(byConnection);
    List<String> roles = reach.active().roles(reach.caller(groups)).stream().sorted().toList();
    if (options.has("--json")) {
      terminal.say(json(file, roles, found));
    } else {
      terminal.say("roles: " + (roles.isEmpty() ? "none" : String.join(", ", roles)));
      found.forEach((rules, connections) -> print(file, rules, connections, terminal));
    }
    return Exit.CLEAN;
  }

  private static List<Rule> sorted(List<Rule> rules) {
    return rules.stream().sorted(Comparator.comparing(Rule::effect)).toList();
  }

  private static void print(
      PolicyFile file, List<Rule> rules, List<String> connections, Terminal terminal) {
    String on = "on " + String.join(", ", connections);
    if (rules.stream().noneMatch(Rule::opens)) {
      terminal.say(on + ": nothing");
      return;
    }
    terminal.say(on);
    for (Rule rule : rules) {
      terminal.say("  " + RuleText.of(file, rule));
      rule.commands().forEach(glob -> terminal.say("            " + glob.text()));
    }
  }

  private static ObjectNode json(
      PolicyFile file, List<String> roles, Map<List<Rule>, List<String>> found) {
    ObjectNode document = StrictJson.object();
    roles.forEach(document.putArray("roles")::add);
    ArrayNode list = document.putArray("can");
    found.forEach(
        (rules, connections) -> {
          ObjectNode entry = list.addObject();
          connections.forEach(entry.putArray("on")::add);
          ArrayNode ruleList = entry.putArray("rules");
          rules.forEach(rule -> RuleText.add(ruleList, file, rule));
        });
    return document;
  }
}
