package org.portcullis.tools;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.command.Command;
import org.portcullis.connection.Connection;
import org.portcullis.identity.Caller;
import org.portcullis.policy.CommandDecision;
import org.portcullis.policy.Effect;
import org.portcullis.policy.PolicyContent;
import org.portcullis.policy.Role;
import org.portcullis.policy.Rule;
import org.portcullis.policy.engine.CompiledPolicy;

/**
 * Tells what one rule says about one command, by asking the engine with a policy that has this rule
 * alone, with effect allow. The groups and roles stay, because conditions see them.
 */
public final class RuleProbe {

  private final PolicyContent content;

  /** Of the rules of this policy. */
  public RuleProbe(CompiledPolicy policy) {
    this.content = policy.content();
  }

  /** What a rule says. */
  public enum Says {
    /** It does not name the command, or is not the caller's, or is not on the connection. */
    NOTHING,
    /** It names the command, and its condition does not hold. */
    NOT_NOW,
    /** It counts. */
    SPEAKS,
    /** It names the command, and its condition fails, which blocks. */
    FAILS
  }

  /** Asks a rule about a command itself, whatever its sub-commands are. */
  public Says ask(Rule rule, Caller caller, Connection connection, Command command, Instant now) {
    boolean names = effect(bare(rule, true), caller, connection, command, now).isPresent();
    if (!names) {
      return Says.NOTHING;
    }
    return effect(bare(rule, false), caller, connection, command, now)
        .map(effect -> effect == Effect.BLOCK ? Says.FAILS : Says.SPEAKS)
        .orElse(Says.NOT_NOW);
  }

  private Optional<Effect> effect(
      Rule rule, Caller caller, Connection connection, Command command, Instant now) {
    CommandDecision decision =
        CompiledPolicy.of(alone(rule))
            .activate(0)
            .decide(caller, connection, "", List.of(command.withInner(List.of())), now)
            .commands()
            .get(0);
    return decision.rules().contains(rule.id()) ? Optional.of(decision.own()) : Optional.empty();
  }

  private PolicyContent alone(Rule rule) {
    Map<String, Role> roles = new LinkedHashMap<>();
    for (Role role : content.roles().values()) {
      boolean has = role.rules().stream().anyMatch(each -> each.id().equals(rule.id()));
      roles.put(
          role.name(), new Role(role.name(), role.includes(), has ? List.of(rule) : List.of()));
    }
    return new PolicyContent(content.groups(), roles, List.of(), Map.of());
  }

  private static Rule bare(Rule rule, boolean always) {
    return new Rule(
        rule.id(),
        Effect.ALLOW,
        rule.on(),
        rule.commands(),
        always ? Optional.empty() : rule.when(),
        "",
        List.of(),
        false,
        false);
  }
}
