package org.portcullis.policy.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.portcullis.json.Digests;
import org.portcullis.policy.lint.Finding;
import org.portcullis.policy.lint.LintRule;
import org.portcullis.policy.lint.Severity;

/**
 * A draft that was checked: how it differs from the policy in force, and what was found in it.
 *
 * @param text the draft
 * @param lines how it differs, in whole
 * @param listed what the page lists of it
 */
public record PolicyDraft(
    String text, List<LineDiff.Line> lines, List<Finding> findings, List<ListedLine> listed) {

  public PolicyDraft {
    lines = List.copyOf(lines);
    findings = List.copyOf(findings);
    listed = List.copyOf(listed);
  }

  static PolicyDraft of(String inForce, String text, List<Finding> findings) {
    List<LineDiff.Line> lines = LineDiff.of(inForce, text);
    return new PolicyDraft(text, lines, findings, ListedLine.of(lines, findings));
  }

  /** Whether it cannot be stored. */
  public boolean faulty() {
    return findings.stream().anyMatch(finding -> finding.rule() == LintRule.FAULT);
  }

  /** Whether it says anything else than the policy in force. */
  public boolean changed() {
    return lines.stream().anyMatch(LineDiff.Line::isChanged);
  }

  /** What there is to look at before it is put in force, in one sentence. */
  public String summary() {
    return count(lines.stream().filter(LineDiff.Line::isAdded).count(), "line added", "lines added")
        + ", "
        + count(lines.stream().filter(LineDiff.Line::isRemoved).count(), "removed", "removed")
        + "; "
        + count(Severity.ERROR, "error", "errors")
        + ", "
        + count(Severity.WARNING, "warning", "warnings")
        + ", "
        + count(Severity.NOTE, "note", "notes");
  }

  /** Tells this text from every other. */
  public String digest() {
    return digest(text);
  }

  static String digest(String text) {
    return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  private String count(Severity severity, String one, String many) {
    return count(
        findings.stream().filter(finding -> finding.severity() == severity).count(), one, many);
  }

  private static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
