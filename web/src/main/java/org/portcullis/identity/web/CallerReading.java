package org.portcullis.identity.web;

import org.portcullis.identity.Caller;

/** What reading a verified token came to. */
public sealed interface CallerReading {

  /** The caller that the token states. */
  record Known(Caller caller) implements CallerReading {}

  /** The token does not say who it is about, from whom it is or when it ends. */
  record Nobody() implements CallerReading {}

  /**
   * The token says who it is about, and not in which groups they are.
   *
   * @param why what is wrong with its groups
   */
  record WithoutGroups(GroupsClaim.Why why) implements CallerReading {}
}
