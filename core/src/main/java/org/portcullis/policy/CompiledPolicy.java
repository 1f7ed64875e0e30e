package org.portcullis.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portcullis.masking.Masker;

/**
 * A policy that was read and found to be in order. To decide by it, be it stored or only a draft,
 * {@linkplain #activate activate} it; a draft has the number 0. Immutable; safe for use by many
 * threads.
 */
public final class CompiledPolicy {

  private static final int MAX_KEPT = 1024;

  private final PolicyContent content;
  private final RoleTree tree;
  private final MaskerChoice maskers;
  private final BoundedCache<Set<String>, Set<String>> rolesByGroups = new BoundedCache<>(MAX_KEPT);
  private final BoundedCache<ScopeKey, Scope> scopes = new BoundedCache<>(MAX_KEPT);

  private CompiledPolicy(PolicyContent content) {
    this.content = content;
    this.tree = new RoleTree(content.roles());
    this.maskers = new MaskerChoice(content);
  }

  /**
   * A policy of this content. Who makes a content of their own, rather than having it read, sees to
   * it that its names belong together.
   */
  public static CompiledPolicy of(PolicyContent content) {
    return new CompiledPolicy(content);
  }

  /**
   * The policy under a version's number. Costs nothing: everything compiled is shared.
   *
   * @param number 0 or more
   */
  public ActivePolicy activate(int number) {
    return new NumberedPolicy(number, this);
  }

  /** What the document says, for tools that study it. */
  public PolicyContent content() {
    return content;
  }

  /** Roles of all these groups, with the roles they include. */
  Set<String> roles(Set<String> groups) {
    return rolesByGroups.get(
        groups,
        key -> {
          Set<String> given = new LinkedHashSet<>();
          key.forEach(group -> given.addAll(content.groups().getOrDefault(group, List.of())));
          return Set.copyOf(tree.withIncluded(given));
        });
  }

  /** The rules that these roles have on a connection, in the document's order. */
  Scope scope(Set<String> roles, String connection) {
    return scopes.get(new ScopeKey(roles, connection), this::newScope);
  }

  private Scope newScope(ScopeKey key) {
    List<Rule> rules = new ArrayList<>();
    for (Role role : content.roles().values()) {
      if (key.roles().contains(role.name())) {
        role.rules().stream().filter(rule -> rule.isOn(key.connection())).forEach(rules::add);
      }
    }
    return new Scope(key.roles(), rules);
  }

  Masker masker(Set<String> roles, String connection, Set<String> added) {
    return maskers.masker(roles, connection, added);
  }

  Masker recordingMasker(String connection) {
    return maskers.recordingMasker(connection);
  }

  Optional<ApprovalPlan> plan(String name) {
    return Optional.ofNullable(content.plans().get(name));
  }

  private record ScopeKey(Set<String> roles, String connection) {}
}
