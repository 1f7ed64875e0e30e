package org.portcullis.bench.policy;

import java.util.List;
import java.util.Set;

/**
 * A generated call in a form that every engine can be asked.
 *
 * @param user who calls
 * @param groups the numbers of the caller's groups; group n gives role n
 * @param roles the numbers of the roles that these give, with the roles they include
 * @param amount the one argument
 */
record Call(
    String user,
    List<Integer> groups,
    Set<Integer> roles,
    String connection,
    String tool,
    int amount) {

  Call {
    groups = List.copyOf(groups);
    roles = Set.copyOf(roles);
  }
}
