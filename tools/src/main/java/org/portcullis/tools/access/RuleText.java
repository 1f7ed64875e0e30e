package org.portcullis.tools.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import org.portcullis.policy.Glob;
import org.portcullis.policy.Rule;
import org.portcullis.tools.PolicyFile;

/** Rules as a person reads them, and as data. */
final class RuleText {

  private RuleText() {}

  /** For example {@code approve refund-large (one-approver) when args.amount > 50 p.yaml:11}. */
  static String of(PolicyFile file, Rule rule) {
    StringBuilder text = new StringBuilder();
    text.append(String.format("%-8s", rule.effect().label())).append(rule.id());
    if (!rule.plan().isEmpty()) {
      text.append(" (").append(rule.plan()).append(')');
    }
    rule.when().ifPresent(when -> text.append(" when ").append(when));
    if (rule.innerAny()) {
      text.append(", with every sub-command");
    }
    return text.append("  ")
        .append(file.name())
        .append(':')
        .append(file.lineOf(rule.id()))
        .toString();
  }

  static void add(ArrayNode list, PolicyFile file, Rule rule) {
    var entry =
        list.addObject()
            .put("rule", rule.id())
            .put("effect", rule.effect().label())
            .put("line", file.lineOf(rule.id()));
    rule.when().ifPresent(when -> entry.put("when", when.toString()));
    if (!rule.plan().isEmpty()) {
      entry.put("approval", rule.plan());
    }
    List<String> commands = rule.commands().stream().map(Glob::text).toList();
    commands.forEach(entry.putArray("commands")::add);
  }
}
