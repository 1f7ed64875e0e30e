package org.portcullis.masking.detect;

import java.util.List;

/**
 * Verifies the neighborhood of a literal that every value of a kind holds. Immutable; shared by
 * threads.
 */
interface TokenRule {

  /** Texts in ASCII, one of which is in every such value; compared exactly. Not empty. */
  List<String> literals();

  /**
   * Looks at one occurrence and adds what it accepts. Its work is bounded by a constant, except
   * over what it accepts.
   *
   * @param start where the literal starts
   * @param end behind the literal
   * @return up to where this rule need not be asked again; {@code start} when nothing was accepted
   */
  int verify(Scan scan, int start, int end);
}
