package org.portcullis.policy.engine;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.policy.CommandDecision;
import org.portcullis.policy.Effect;
import org.portcullis.policy.Glob;
import org.portcullis.policy.Rule;
import org.portcullis.policy.Spelling;

/** The rules that some roles have on one connection. Immutable. */
final class Scope {

  private final Set<String> roles;
  private final List<Rule> rules;
  private final RuleIndex index;
  private final Effect standing;

  Scope(Set<String> roles, List<Rule> rules) {
    this.roles = Set.copyOf(roles);
    this.rules = List.copyOf(rules);
    this.index = new RuleIndex(this.rules);
    this.standing = rules.stream().anyMatch(Rule::opens) ? Effect.ALLOW : Effect.BLOCK;
  }

  Set<String> roles() {
    return roles;
  }

  /** BLOCK where the roles can do nothing at all, otherwise ALLOW. */
  Effect standing() {
    return standing;
  }

  /** The rules that name a command; their conditions are not asked. */
  Matching matching(CommandName name) {
    return index.matching(Spelling.of(name.text()));
  }

  /**
   * The decision about a command for which no fact has to be known: it has no sub-commands, and no
   * rule that names it has a condition. Null for any other.
   */
  @Nullable CommandDecision settled(Command command) {
    Ruling ruling = matching(command.name()).unconditional();
    return ruling != null && command.inner().isEmpty() ? ruling.about(command, List.of()) : null;
  }

  boolean shows(CommandName name) {
    List<Rule> matching = matching(name).rules();
    return matching.stream().anyMatch(Rule::opens) && matching.stream().noneMatch(Rule::closes);
  }

  /** Whether something that begins like the template, up to its first variable, could be shown. */
  boolean showsTemplate(String template) {
    int variable = template.indexOf('{');
    if (variable < 0) {
      return CommandName.isValid(template) && shows(new CommandName(template));
    }
    String begin = Spelling.of(template.substring(0, variable));
    boolean opened =
        rules.stream()
            .filter(Rule::opens)
            .flatMap(rule -> rule.commands().stream())
            .anyMatch(glob -> couldMeet(glob, begin));
    return opened
        && rules.stream()
            .filter(Rule::closes)
            .flatMap(rule -> rule.commands().stream())
            .noneMatch(glob -> glob.isWholePrefix() && begin.startsWith(glob.prefix()));
  }

  private static boolean couldMeet(Glob glob, String begin) {
    return glob.prefix().startsWith(begin)
        || (!glob.isLiteral() && begin.startsWith(glob.prefix()));
  }
}
