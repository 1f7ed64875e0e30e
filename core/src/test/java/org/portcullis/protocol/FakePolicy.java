package org.portcullis.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.connection.Connection;
import org.portcullis.identity.Caller;
import org.portcullis.masking.Masker;
import org.portcullis.masking.Maskers;
import org.portcullis.policy.ActivePolicy;
import org.portcullis.policy.ApprovalPlan;
import org.portcullis.policy.CallDecision;
import org.portcullis.policy.CommandDecision;
import org.portcullis.policy.Effect;

/** A policy of names: what is not named is allowed and shown. */
public final class FakePolicy implements ActivePolicy {

  public final Map<String, Effect> effects = new HashMap<>();
  public final Map<String, List<String>> rules = new HashMap<>();
  public final Set<String> hidden = new HashSet<>();
  public Effect standing = Effect.ALLOW;
  public Masker masker = Maskers.nothing();

  /** No rule speaks about this command, and no list shows it. */
  public void hide(String command) {
    hidden.add(command);
    effects.put(command, Effect.BLOCK);
    rules.put(command, List.of(CommandDecision.NO_RULE));
  }

  /** This rule decides about this command. */
  public void rule(String rule, Effect effect, String command) {
    effects.put(command, effect);
    rules.put(command, List.of(rule));
  }

  @Override
  public int number() {
    return 7;
  }

  @Override
  public Set<String> roles(Caller caller) {
    return Set.of("support-agent");
  }

  @Override
  public CallDecision decide(
      Caller caller, Connection connection, String sessionId, List<Command> commands, Instant now) {
    return new CallDecision(
        7, roles(caller), commands.stream().map(this::decide).toList(), standing);
  }

  private CommandDecision decide(Command command) {
    String name = command.name().text();
    Effect effect = effects.getOrDefault(name, Effect.ALLOW);
    return new CommandDecision(
        command,
        effect,
        rules.getOrDefault(name, List.of("all")),
        List.of(),
        effect == Effect.APPROVE ? Set.of("plan") : Set.of(),
        Set.of(),
        command.inner().stream().map(this::decide).toList());
  }

  @Override
  public boolean shows(Caller caller, Connection connection, CommandName name) {
    return !hidden.contains(name.text());
  }

  @Override
  public boolean showsTemplate(
      Caller caller, Connection connection, String kindAndVerb, String uriTemplate) {
    return !hidden.contains(kindAndVerb + ":" + uriTemplate);
  }

  @Override
  public Masker masker(Caller caller, Connection connection, Set<String> added) {
    return masker;
  }

  @Override
  public Masker recordingMasker(Connection connection) {
    return masker;
  }

  @Override
  public Optional<ApprovalPlan> plan(String name) {
    return Optional.of(
        new ApprovalPlan(
            name, Set.of("approver"), 1, Duration.ofMinutes(15), Duration.ofMinutes(10)));
  }
}
