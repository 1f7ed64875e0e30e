package org.portcullis.policy;

import java.util.List;

/**
 * A role as the document states it.
 *
 * @param includes names of the roles whose rules it has as well
 * @param rules its own rules, in the document's order
 */
public record Role(String name, List<String> includes, List<Rule> rules) {

  /** Administrative rights: roles that a policy may give without describing them. */
  public static final List<String> BUILT_IN = List.of("admin", "approver", "auditor");

  public Role {
    includes = List.copyOf(includes);
    rules = List.copyOf(rules);
  }
}
