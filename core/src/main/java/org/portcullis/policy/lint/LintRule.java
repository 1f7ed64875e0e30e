package org.portcullis.policy.lint;

/** The rules of the linter. Their ids stay, so that a report of today compares with one of then. */
public enum LintRule {
  FAULT("F1", "The document cannot be used"),
  WARNING("F2", "The document reads, and a part of it is most likely misspelled"),
  WILDCARD("L1", "A rule lets through every command of a kind, or works on every connection"),
  DESTRUCTIVE("L2", "A destructive command is let through without a human being asked"),
  NEVER_WINS("L4", "A rule that never decides, or a pattern that adds nothing"),
  SAME_ROLE("L6", "A role that equals another or holds all of it"),
  ONE_PERSON("L8", "A role that one person has"),
  APPROVERS("L12", "Approvers who are nobody, one person, or the ones who ask"),
  QUORUM("L13", "More votes needed than there can be"),
  ARGUMENT("L15", "A condition on an argument that the tool does not have or may leave out"),
  TIME("L16", "A condition on the time without a zone or without an end"),
  SPELLING("L17", "A text compared exactly where another spelling slips past"),
  OLD_SHADOW("L20", "A rule that has been in shadow mode for more than 30 days"),
  ROLE_WITHOUT_GROUP("U1", "A role that no group leads to"),
  GROUP_WITHOUT_ROLE("U2", "A group without a role"),
  UNUSED_MASKING("U3", "A masking entry that nothing makes use of"),
  UNUSED_PLAN("U4", "An approval plan that no rule names"),
  NEEDLESS_INCLUDE("U5", "A role that is included twice");

  private final String id;
  private final String title;

  LintRule(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** Its id, for example {@code L4}. */
  public String id() {
    return id;
  }

  /** What it finds, in one sentence without its full stop. */
  public String title() {
    return title;
  }
}
