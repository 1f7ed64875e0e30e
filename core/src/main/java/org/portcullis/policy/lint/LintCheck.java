package org.portcullis.policy.lint;

/** One or more rules of the linter. */
@FunctionalInterface
interface LintCheck {

  /** Notes what it finds in the policy. */
  void run(LintedPolicy policy);
}
