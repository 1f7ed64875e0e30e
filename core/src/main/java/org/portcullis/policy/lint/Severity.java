package org.portcullis.policy.lint;

import java.util.Locale;

/** How much a finding matters, from the gravest. */
public enum Severity {
  /** The policy cannot do what it says. */
  ERROR,
  /** Most likely not meant. */
  WARNING,
  /** Worth a look. */
  NOTE;

  /** The name as reports spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
