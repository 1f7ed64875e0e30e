package org.portcullis.policy.engine;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import org.portcullis.policy.Rule;

/** A policy as callers of certain roles meet it. Safe for use by many threads. */
final class View {

  /** What an index may keep besides its rules, in rules. */
  private static final int SCOPE_WEIGHT = 256;

  private final Set<String> roles;
  private final List<Rule> rules;
  private final IntConsumer made;
  private final ConcurrentHashMap<String, Scope> scopes = new ConcurrentHashMap<>();

  /**
   * The view of these roles.
   *
   * @param rules what they may be asked for on any connection, in the document's order
   * @param made is told of each scope that is made and kept what it weighs, in rules
   */
  View(Set<String> roles, List<Rule> rules, IntConsumer made) {
    this.roles = Set.copyOf(roles);
    this.rules = List.copyOf(rules);
    this.made = made;
  }

  Set<String> roles() {
    return roles;
  }

  /** The rules that the roles have on a connection. */
  Scope scope(String connection) {
    Scope known = scopes.get(connection);
    if (known != null) {
      return known;
    }
    List<Rule> on = rules.stream().filter(rule -> rule.isOn(connection)).toList();
    Scope scope = new Scope(roles, on);
    scopes.put(connection, scope);
    made.accept(SCOPE_WEIGHT + on.size());
    return scope;
  }
}
