package org.portcullis.policy.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.connection.Connection;
import org.portcullis.identity.Caller;
import org.portcullis.masking.Masker;
import org.portcullis.policy.ActivePolicy;
import org.portcullis.policy.ApprovalPlan;
import org.portcullis.policy.CallDecision;
import org.portcullis.policy.CommandDecision;
import org.portcullis.policy.condition.Facts;

/** A compiled policy under a version's number. */
final class NumberedPolicy implements ActivePolicy {

  private final int number;
  private final CompiledPolicy policy;

  NumberedPolicy(int number, CompiledPolicy policy) {
    this.number = number;
    this.policy = policy;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public Set<String> roles(Caller caller) {
    return policy.view(caller.groups()).roles();
  }

  @Override
  public CallDecision decide(
      Caller caller, Connection connection, String sessionId, List<Command> commands, Instant now) {
    Scope scope = scope(caller, connection);
    CommandDecision settled = commands.size() == 1 ? scope.settled(commands.get(0)) : null;
    List<CommandDecision> decisions =
        settled != null
            ? List.of(settled)
            : new Judge(scope, new Facts.Around(caller, scope.roles(), connection, sessionId, now))
                .decide(commands);
    return new CallDecision(number, scope.roles(), decisions, scope.standing());
  }

  @Override
  public boolean shows(Caller caller, Connection connection, CommandName name) {
    return scope(caller, connection).shows(name);
  }

  @Override
  public boolean showsTemplate(
      Caller caller, Connection connection, String kindAndVerb, String uriTemplate) {
    return scope(caller, connection).showsTemplate(kindAndVerb + ":" + uriTemplate);
  }

  @Override
  public Masker masker(Caller caller, Connection connection, Set<String> added) {
    return policy.masker(roles(caller), connection.name(), added);
  }

  @Override
  public Masker recordingMasker(Connection connection) {
    return policy.recordingMasker(connection.name());
  }

  @Override
  public Optional<ApprovalPlan> plan(String name) {
    return policy.plan(name);
  }

  private Scope scope(Caller caller, Connection connection) {
    return policy.view(caller.groups()).scope(connection.name());
  }
}
