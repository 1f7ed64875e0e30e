package org.portcullis.tools.explain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.portcullis.connection.Connection;
import org.portcullis.identity.Caller;
import org.portcullis.policy.CallDecision;
import org.portcullis.policy.CommandDecision;
import org.portcullis.policy.Effect;
import org.portcullis.policy.Role;
import org.portcullis.policy.Rule;
import org.portcullis.tools.PolicyFile;
import org.portcullis.tools.RuleProbe;

/** A decision as a person reads it: the tree, with every rule that named a command below it. */
final class DecisionText {

  private final PolicyFile file;
  private final Caller caller;
  private final Connection connection;
  private final Instant now;
  private final RuleProbe probe;

  DecisionText(PolicyFile file, Caller caller, Connection connection, Instant now) {
    this.file = file;
    this.caller = caller;
    this.connection = connection;
    this.now = now;
    this.probe = new RuleProbe(file.policy());
  }

  List<String> lines(CallDecision decision) {
    List<String> lines = new ArrayList<>();
    lines.add(
        decision.effect().label().toUpperCase(Locale.ROOT)
            + "  on "
            + connection.name()
            + " as "
            + (decision.roles().isEmpty()
                ? "nobody: no group leads to a role"
                : String.join(", ", decision.roles().stream().sorted().toList())));
    if (decision.standing() == Effect.BLOCK) {
      lines.add("  no rule of these roles lets anything through on this connection");
    }
    decision.commands().forEach(command -> add(lines, command, decision.roles(), "  "));
    return lines;
  }

  private void add(List<String> lines, CommandDecision node, Set<String> roles, String indent) {
    lines.add(indent + node.own().label() + "  " + node.command().name() + "  by " + by(node));
    for (Role role : file.policy().content().roles().values()) {
      if (roles.contains(role.name())) {
        role.rules().forEach(rule -> rule(lines, node, rule, indent + "    "));
      }
    }
    node.inner().forEach(inner -> add(lines, inner, roles, indent + "  "));
  }

  private static String by(CommandDecision node) {
    return node.rules().contains(CommandDecision.NO_RULE)
        ? "no rule"
        : String.join(", ", node.rules());
  }

  private void rule(List<String> lines, CommandDecision node, Rule rule, String indent) {
    RuleProbe.Says says = probe.ask(rule, caller, connection, node.command(), now);
    if (says == RuleProbe.Says.NOTHING) {
      return;
    }
    String line =
        indent
            + file.name()
            + ":"
            + file.lineOf(rule.id())
            + " "
            + rule.id()
            + (rule.shadow() ? " (shadow)" : "")
            + ": "
            + rule.effect().label();
    lines.add(line + reason(rule, says) + more(rule));
  }

  private static String reason(Rule rule, RuleProbe.Says says) {
    String when = rule.when().map(Object::toString).orElse("");
    return switch (says) {
      case SPEAKS -> when.isEmpty() ? ", always" : ", because " + when;
      case NOT_NOW -> ", but not " + when;
      case FAILS -> ", but its condition fails and so it blocks: " + when;
      case NOTHING -> "";
    };
  }

  private static String more(Rule rule) {
    String plan = rule.plan().isEmpty() ? "" : "; asks by " + rule.plan();
    String masking =
        rule.masking().isEmpty() ? "" : "; masks by " + String.join(", ", rule.masking());
    return plan + masking + (rule.innerAny() ? "; lets sub-commands through" : "");
  }
}
