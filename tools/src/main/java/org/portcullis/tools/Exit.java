package org.portcullis.tools;

/** Exit codes; scripts rely on them. */
public final class Exit {

  /** Everything is in order. */
  public static final int CLEAN = 0;

  /** Something was found, or a case failed, or a score is too low. */
  public static final int FOUND = 1;

  /** A file or option cannot be used. */
  public static final int UNUSABLE = 2;

  private Exit() {}
}
