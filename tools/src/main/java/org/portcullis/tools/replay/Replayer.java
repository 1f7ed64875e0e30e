package org.portcullis.tools.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.portcullis.command.Command;
import org.portcullis.connection.Connection;
import org.portcullis.identity.Caller;
import org.portcullis.policy.CallDecision;
import org.portcullis.policy.Effect;
import org.portcullis.policy.PolicyContent;
import org.portcullis.policy.Role;
import org.portcullis.policy.Rule;
import org.portcullis.policy.condition.ConditionFacts;
import org.portcullis.policy.condition.ConditionFacts.Path;
import org.portcullis.policy.engine.CompiledPolicy;
import org.portcullis.tools.Calls;
import org.portcullis.tools.Variants;
import org.portcullis.tools.World;

/**
 * Decides recorded calls again, under one policy. Where a rule asks for what the record does not
 * show, the call counts as decided only when that makes no difference: every way in which those
 * rules could speak blocks it. For one thread.
 */
public final class Replayer {

  /** With more rules than this that cannot be told, too many ways would have to be tried. */
  private static final int MAX_UNTOLD = 4;

  private final CompiledPolicy policy;
  private final KnownConnections connections;
  private final World world;

  /** Under this policy, with what is known beside it. */
  public Replayer(CompiledPolicy policy, KnownConnections connections, World world) {
    this.policy = policy;
    this.connections = connections;
    this.world = world;
  }

  /** Decides a call again. Nothing is executed. */
  public Replayed replay(RecordedCall call) {
    if (call.groups().isEmpty()) {
      return new Replayed.Untold("the event does not say the caller's groups");
    }
    Optional<Connection> connection = connections.find(call.connection());
    if (connection.isEmpty()) {
      return new Replayed.Untold("there is no connection " + call.connection() + " any more");
    }
    Rebuilt rebuilt = Rebuilt.of(call, connection.get(), world);
    if (rebuilt.obstacle().isPresent()) {
      return new Replayed.Untold(rebuilt.obstacle().get());
    }
    Caller caller =
        Calls.caller(
            call.actor(), call.subject(), call.client(), call.groups().get(), Instant.EPOCH);
    Map<Rule, String> untold = untold(caller, connection.get(), rebuilt);
    return decide(call, caller, connection.get(), rebuilt.commands(), untold);
  }

  private Replayed decide(
      RecordedCall call,
      Caller caller,
      Connection connection,
      List<Command> commands,
      Map<Rule, String> untold) {
    if (untold.isEmpty()) {
      return decided(policy, call, caller, connection, commands);
    }
    List<Rule> rules = List.copyOf(untold.keySet());
    boolean blocked = rules.size() <= MAX_UNTOLD;
    Replayed last = new Replayed.Untold("");
    for (int ways = 0; blocked && ways < 1 << rules.size(); ways++) {
      CompiledPolicy variant = CompiledPolicy.of(variant(rules, ways));
      last = decided(variant, call, caller, connection, commands);
      blocked = last instanceof Replayed.Decided way && way.effect() == Effect.BLOCK;
    }
    return blocked ? last : new Replayed.Untold(untold.values().iterator().next());
  }

  /** Each bit says of one rule whether it speaks or not. */
  private PolicyContent variant(List<Rule> rules, int ways) {
    PolicyContent content = policy.content();
    for (int i = 0; i < rules.size(); i++) {
      boolean speaks = (ways >> i & 1) == 1;
      content =
          Variants.of(
              content,
              rules.get(i).id(),
              speaks ? Optional.of(Variants.always(rules.get(i))) : Optional.empty());
    }
    return content;
  }

  private static Replayed decided(
      CompiledPolicy policy,
      RecordedCall call,
      Caller caller,
      Connection connection,
      List<Command> commands) {
    CallDecision decision =
        policy.activate(0).decide(caller, connection, call.session(), commands, call.at());
    List<String> rules =
        decision.deciding(decision.effect()).stream()
            .flatMap(node -> node.rules().stream())
            .distinct()
            .sorted()
            .toList();
    return new Replayed.Decided(decision.effect(), rules);
  }

  /** The rules that would be asked, and ask for what is not known; with the reason. */
  private Map<Rule, String> untold(Caller caller, Connection connection, Rebuilt rebuilt) {
    Set<String> roles = policy.activate(0).roles(caller);
    Map<Rule, String> untold = new LinkedHashMap<>();
    for (Role role : policy.content().roles().values()) {
      if (roles.contains(role.name())) {
        for (Rule rule : role.rules()) {
          if (!rule.shadow() && rule.when().isPresent() && rule.isOn(connection.name())) {
            reason(rule, rebuilt).ifPresent(reason -> untold.put(rule, reason));
          }
        }
      }
    }
    return untold;
  }

  private Optional<String> reason(Rule rule, Rebuilt rebuilt) {
    ConditionFacts facts = ConditionFacts.of(rule.when().map(Object::toString).orElse(""));
    for (Command command : tree(rebuilt.commands())) {
      if (!rule.names(command.name())) {
        continue;
      }
      boolean asksLabels =
          Stream.concat(facts.used().stream(), facts.tested().stream())
              .anyMatch(path -> path.toString().startsWith("connection.labels"));
      if (asksLabels && !connections.areKnown()) {
        return Optional.of("rule " + rule.id() + " asks for the connection's labels");
      }
      for (Path asked : facts.arguments()) {
        boolean hidden =
            rebuilt.unknown(command).stream()
                .anyMatch(path -> path.holds(asked) || asked.holds(path));
        if (hidden) {
          return Optional.of(
              "rule " + rule.id() + " asks for " + asked + ", which the record does not show");
        }
      }
    }
    return Optional.empty();
  }

  private static List<Command> tree(List<Command> commands) {
    List<Command> all = new ArrayList<>();
    for (Command command : commands) {
      all.add(command);
      all.addAll(tree(command.inner()));
    }
    return all;
  }
}
