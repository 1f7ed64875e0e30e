package org.portcullis.policy.lint;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.portcullis.json.StrictJson;

/**
 * One thing that the linter found.
 *
 * @param rule what found it
 * @param severity how much it matters
 * @param line from 1
 * @param column from 1, in code points
 * @param path where it is in the document, for example {@code roles.support-agent.rules[2]}
 * @param message what is so, and why that is bad
 */
public record Finding(
    LintRule rule, Severity severity, int line, int column, String path, String message) {

  public Finding {
    requireNonNull(rule, "rule");
    requireNonNull(severity, "severity");
    requireNonNull(path, "path");
    requireNonNull(message, "message");
  }

  /** The finding as the command line and the API write it. */
  public ObjectNode document() {
    return StrictJson.object()
        .put("rule", rule.id())
        .put("severity", severity.label())
        .put("line", line)
        .put("column", column)
        .put("path", path)
        .put("message", message);
  }

  /** Whether it is at least as grave. */
  public boolean isAtLeast(Severity least) {
    return severity.compareTo(least) <= 0;
  }
}
