package org.portcullis.dissection.code.tree;

/** Ends the reading of a program that is not read further. Caught where a program is read. */
public final class Unreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Doubt doubt;

  public Unreadable(Doubt doubt) {
    super(doubt.label(), null, false, false);
    this.doubt = doubt;
  }

  public Doubt doubt() {
    return doubt;
  }
}
