package org.portcullis.text;

/** Marks on letters, which normal forms put in order. */
public final class Marks {

  /** As many as the Stream-Safe Text Format allows (UAX #15, section 13). */
  private static final int MOST = 30;

  private Marks() {}

  /**
   * Whether no letter has more of them than any writing needs. To put them in order takes time that
   * grows with the square of their number.
   */
  public static boolean areBounded(String text) {
    int run = 0;
    int at = 0;
    while (at < text.length() && run <= MOST) {
      int code = text.codePointAt(at);
      run = isMark(code) ? run + 1 : 0;
      at += Character.charCount(code);
    }
    return run <= MOST;
  }

  private static boolean isMark(int code) {
    int type = Character.getType(code);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }
}
