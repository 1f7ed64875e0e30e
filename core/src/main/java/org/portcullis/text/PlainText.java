package org.portcullis.text;

/** Tells texts that everyone reads alike from texts that hide something. */
public final class PlainText {

  private PlainText() {}

  /**
   * Whether a name has 1 to {@code max} UTF-16 units, nothing invisible, and no white space at
   * either end.
   */
  public static boolean isName(String text, int max) {
    return !text.isEmpty()
        && text.length() <= max
        && !isSpace(text.codePointAt(0))
        && !isSpace(text.codePointBefore(text.length()))
        && isReadable(text);
  }

  /** Whether a text has no control, format or line separator characters and no torn pairs. */
  public static boolean isReadable(String text) {
    return text.codePoints().noneMatch(PlainText::isUnreadable);
  }

  private static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }

  private static boolean isUnreadable(int codePoint) {
    int type = Character.getType(codePoint);
    return Character.isISOControl(codePoint)
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
