package org.portcullis.dissection.code;

/** Ends the reading of a program that is not read further. Leaves this package never. */
final class Unreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Doubt doubt;

  Unreadable(Doubt doubt) {
    super(doubt.label(), null, false, false);
    this.doubt = doubt;
  }

  Doubt doubt() {
    return doubt;
  }
}
