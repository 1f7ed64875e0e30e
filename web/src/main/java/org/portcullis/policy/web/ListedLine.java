package org.portcullis.policy.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portcullis.policy.lint.Finding;

/**
 * A line of a draft as the page lists it, with what was found there.
 *
 * @param before its number in the policy in force; 0 when it is not there
 * @param after its number in the draft; 0 when it is not there
 * @param mark {@code added}, {@code removed}, {@code same}, or {@code gap} for lines left out
 * @param text the line, or how many were left out
 */
public record ListedLine(int before, int after, String mark, String text, List<Finding> findings) {

  private static final int AROUND = 3;

  public ListedLine {
    findings = List.copyOf(findings);
  }

  /** What is listed where the line itself says nothing: a sign for added and removed. */
  public String sign() {
    return switch (mark) {
      case "added" -> "+";
      case "removed" -> "−";
      default -> "";
    };
  }

  /** The changed lines and those with findings, each with a few around it. */
  static List<ListedLine> of(List<LineDiff.Line> lines, List<Finding> findings) {
    Map<Integer, List<Finding>> byLine = new HashMap<>();
    for (Finding finding : findings) {
      byLine.computeIfAbsent(finding.line(), line -> new ArrayList<>()).add(finding);
    }
    boolean[] shown = new boolean[lines.size()];
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isChanged() || byLine.containsKey(lines.get(i).after())) {
        for (int j = Math.max(0, i - AROUND); j <= Math.min(lines.size() - 1, i + AROUND); j++) {
          shown[j] = true;
        }
      }
    }
    List<ListedLine> listed = new ArrayList<>();
    int hidden = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (!shown[i]) {
        hidden++;
        continue;
      }
      gap(listed, hidden);
      hidden = 0;
      listed.add(line(lines.get(i), byLine));
    }
    gap(listed, listed.isEmpty() ? 0 : hidden);
    return listed;
  }

  private static ListedLine line(LineDiff.Line line, Map<Integer, List<Finding>> byLine) {
    return new ListedLine(
        line.before(),
        line.after(),
        line.isAdded() ? "added" : line.isRemoved() ? "removed" : "same",
        line.text(),
        line.isRemoved() ? List.of() : byLine.getOrDefault(line.after(), List.of()));
  }

  private static void gap(List<ListedLine> listed, int hidden) {
    if (hidden > 0) {
      String text = hidden == 1 ? "1 line as it is" : hidden + " lines as they are";
      listed.add(new ListedLine(0, 0, "gap", text, List.of()));
    }
  }
}
