package org.portcullis.tools.diff;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.portcullis.command.Command;
import org.portcullis.connection.Connection;
import org.portcullis.identity.Caller;
import org.portcullis.json.StrictJson;
import org.portcullis.policy.Rule;
import org.portcullis.policy.engine.CompiledPolicy;
import org.portcullis.tools.Samples;

/**
 * Tries calls that the patterns and conditions of two policies tell apart, under both. Callers have
 * one group each. For one thread.
 */
final class PolicyDiff {

  private final CompiledPolicy before;
  private final CompiledPolicy after;
  private final Instant now;
  private final List<Rule> rules;
  private final Map<Key, Difference> differences = new LinkedHashMap<>();

  private record Key(Outcome from, Outcome to, String commands) {}

  PolicyDiff(CompiledPolicy before, CompiledPolicy after, Instant now) {
    this.before = before;
    this.after = after;
    this.now = now;
    this.rules =
        Samples.rules(before.content(), after.content()).stream()
            .filter(rule -> !rule.shadow())
            .toList();
  }

  Collection<Difference> run() {
    Set<String> groups = new TreeSet<>(before.content().groups().keySet());
    groups.addAll(after.content().groups().keySet());
    Map<String, String> connections = Samples.connections(before.content(), after.content());
    for (CommandSample sample : CommandSample.of(rules)) {
      connections.forEach(
          (label, name) -> {
            List<Situation> situations = Situations.of(conditions(sample.command(), name));
            for (String group : groups) {
              situations.forEach(situation -> call(sample, label, name, group, situation));
            }
          });
    }
    return differences.values();
  }

  /** The conditions that are asked about the command, or about what stands inside of it. */
  private List<String> conditions(Command command, String connection) {
    return rules.stream()
        .filter(rule -> rule.when().isPresent() && rule.isOn(connection))
        .filter(rule -> rule.names(command.name()))
        .map(rule -> rule.when().map(Object::toString).orElse(""))
        .distinct()
        .toList();
  }

  private void call(
      CommandSample sample, String label, String name, String group, Situation situation) {
    Command command = situation.command(sample.command());
    Caller caller = situation.caller(group, now);
    Connection connection = situation.connection(name);
    Instant at = situation.now(now);
    Outcome from =
        Outcome.of(before.activate(0).decide(caller, connection, "", List.of(command), at));
    Outcome to = Outcome.of(after.activate(0).decide(caller, connection, "", List.of(command), at));
    if (!from.sameAs(to)) {
      differences
          .computeIfAbsent(
              new Key(from, to, sample.label()),
              key ->
                  new Difference(
                      from, to, sample.label(), example(command, caller, connection, at)))
          .add(group, label);
    }
  }

  private String example(Command command, Caller caller, Connection connection, Instant at) {
    ObjectNode call = StrictJson.object().put("command", command.name().text());
    if (!command.arguments().isEmpty()) {
      call.set("arguments", command.arguments());
    }
    command.inner().stream()
        .findFirst()
        .ifPresent(inner -> call.put("inside", inner.name().text()));
    StringBuilder example = new StringBuilder();
    example.append(String.join(", ", caller.groups())).append(" on ").append(connection.name());
    if (!connection.labels().isEmpty()) {
      example.append(' ').append(connection.labels());
    }
    if (!caller.id().client().isEmpty() || !caller.name().equals("someone")) {
      example.append(" as ").append(caller.name()).append('/').append(caller.id().client());
    }
    if (!at.equals(now)) {
      example.append(" at ").append(at);
    }
    return example.append(": ").append(call).toString();
  }
}
