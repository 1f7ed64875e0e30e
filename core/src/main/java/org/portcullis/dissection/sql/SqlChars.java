package org.portcullis.dissection.sql;

/** What characters are part of words. */
final class SqlChars {

  private SqlChars() {}

  static boolean isWordStart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || (c >= '\u0080' && !isBlank(c));
  }

  static boolean isWordPart(char c) {
    return isWordStart(c) || c == '$';
  }

  /** The offset behind the word that begins here. */
  static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isWordPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }
}
