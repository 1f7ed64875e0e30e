package org.portcullis.policy.document;

import static java.util.Objects.requireNonNull;

/**
 * One fault of a policy document, at the place where a person has to change something.
 *
 * @param line from 1
 * @param column from 1, in code points
 * @param path where the place is in the document, for example {@code
 *     roles.support-agent.rules[2].effect}; empty for the document as a whole
 * @param message what is wrong and what was expected, for example {@code effect: permit (expected:
 *     allow | mask | approve | block)}
 */
public record PolicyFault(int line, int column, String path, String message) {

  public PolicyFault {
    requireNonNull(path, "path");
    requireNonNull(message, "message");
  }

  /** The fault on one line: {@code LINE:COLUMN message, at path}. */
  @Override
  public String toString() {
    String fault = line + ":" + column + " " + message;
    return path.isEmpty() ? fault : fault + ", at " + path;
  }
}
