package org.portcullis.bench.policy;

/** How large a generated policy is. In both sizes a role has twenty rules of its own. */
public enum Size {
  SMALL(100, 5, 20),
  LARGE(10_000, 500, 2_000);

  private final int rules;
  private final int roles;
  private final int tools;

  Size(int rules, int roles, int tools) {
    this.rules = rules;
    this.roles = roles;
    this.tools = tools;
  }

  int rules() {
    return rules;
  }

  int roles() {
    return roles;
  }

  int tools() {
    return tools;
  }

  int rulesPerRole() {
    return rules / roles;
  }
}
