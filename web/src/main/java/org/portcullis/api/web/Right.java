package org.portcullis.api.web;

/** What somebody may do with the gate itself. Roles of these names in the policy give them. */
public enum Right {
  /** Connections, policy, sessions. */
  ADMIN("admin"),
  /** Requests for approval and what became of them. */
  APPROVER("approver"),
  /** Everything that was recorded, and nothing to change. */
  AUDITOR("auditor");

  private final String role;

  Right(String role) {
    this.role = role;
  }

  /** The role that gives it. */
  String role() {
    return role;
  }
}
