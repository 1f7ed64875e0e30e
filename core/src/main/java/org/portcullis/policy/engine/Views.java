package org.portcullis.policy.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.portcullis.policy.PolicyContent;
import org.portcullis.policy.RoleTree;
import org.portcullis.policy.Rule;

/**
 * The views of a policy that callers have asked for. Callers whose groups come to the same roles
 * share one. When there are too many of them they are made anew, so that no flood of groups can
 * fill the memory. Safe for use by many threads.
 */
final class Views {

  /** As many rules may be kept over all, those of a role once for each view and scope. */
  private static final int MAX_WEIGHT = 1 << 19;

  /** What anything kept weighs besides its rules. */
  private static final int BASE_WEIGHT = 32;

  private final PolicyContent content;
  private final RoleTree tree;
  private final ConcurrentHashMap<Set<String>, View> byGroups = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<Set<String>, View> byRoles = new ConcurrentHashMap<>();
  private final AtomicInteger weight = new AtomicInteger();

  Views(PolicyContent content) {
    this.content = content;
    this.tree = new RoleTree(content.roles());
  }

  /** The view of the roles of all these groups, with the roles they include. */
  View of(Set<String> groups) {
    View known = byGroups.get(groups);
    return known != null ? known : make(Set.copyOf(groups));
  }

  private View make(Set<String> groups) {
    Set<String> given = new LinkedHashSet<>();
    groups.forEach(group -> given.addAll(content.groups().getOrDefault(group, List.of())));
    Set<String> roles = Set.copyOf(tree.withIncluded(given));
    View known = byRoles.get(roles);
    View view = known != null ? known : newView(roles);
    byGroups.put(groups, view);
    add(groups.size());
    return view;
  }

  private View newView(Set<String> roles) {
    List<Rule> rules =
        content.roles().values().stream()
            .filter(role -> roles.contains(role.name()))
            .flatMap(role -> role.rules().stream())
            .toList();
    View view = new View(roles, rules, this::add);
    byRoles.put(roles, view);
    add(rules.size());
    return view;
  }

  private void add(int size) {
    if (weight.addAndGet(BASE_WEIGHT + size) > MAX_WEIGHT) {
      byGroups.clear();
      byRoles.clear();
      weight.set(0);
    }
  }

  /** How many sets of groups are known at the moment. */
  int known() {
    return byGroups.size();
  }
}
