package org.portcullis.masking.detect;

/**
 * Finds values of one family in a text. Implementations are immutable, shared by threads, and
 * linear in the length of the text: they never go back further than a fixed number of units. They
 * report what they accept with {@link Scan#add}; overlaps are no concern of theirs.
 */
interface Detector {

  /** Looks through the whole text of a scan. */
  void find(Scan scan);
}
