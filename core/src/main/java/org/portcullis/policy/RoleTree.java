package org.portcullis.policy;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which roles a role brings along. */
public final class RoleTree {

  private final Map<String, Role> roles;

  /** The tree of these roles, by name. */
  public RoleTree(Map<String, Role> roles) {
    this.roles = roles;
  }

  /** These roles and every role that they include, over any number of steps. */
  public Set<String> withIncluded(Collection<String> names) {
    Set<String> all = new LinkedHashSet<>(names);
    Deque<String> open = new ArrayDeque<>(all);
    while (!open.isEmpty()) {
      Role role = roles.get(open.pop());
      if (role != null) {
        role.includes().stream().filter(all::add).forEach(open::push);
      }
    }
    return all;
  }
}
