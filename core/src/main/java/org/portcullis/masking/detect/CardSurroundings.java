package org.portcullis.masking.detect;

/** What around some digits says that they are part of something else than a card number. */
final class CardSurroundings {

  /** No neighbor of interest is longer. */
  private static final int REACH = 64;

  private CardSurroundings() {}

  static boolean speakAgainst(String text, int from, int to) {
    return isPartOfDecimal(text, from, to)
        || isPartOfDigest(text, from, to)
        || hasHexNeighbor(text, from, to);
  }

  /** A decimal fraction, a version, an object identifier. */
  private static boolean isPartOfDecimal(String text, int from, int to) {
    boolean before = from >= 2 && text.charAt(from - 1) == '.' && digitAt(text, from - 2);
    boolean after = to + 1 < text.length() && text.charAt(to) == '.' && digitAt(text, to + 1);
    return before || after;
  }

  /**
   * Glued to letters that are all hexadecimal digits. Other letters are a word in front of the
   * number.
   */
  private static boolean isPartOfDigest(String text, int from, int to) {
    boolean glued = !Chars.startsWord(text, from) || !Chars.endsWord(text, to);
    if (!glued) {
      return false;
    }
    int start = Chars.runStart(text, from, Chars.ALNUM, from - REACH);
    int end = Chars.runEnd(text, to, Chars.ALNUM, to + REACH);
    return Chars.runStart(text, from, Chars.HEX, start) == start
        && Chars.runEnd(text, to, Chars.HEX, end) == end;
  }

  /** Joined by a hyphen to hexadecimal digits with a letter, as in a UUID. */
  private static boolean hasHexNeighbor(String text, int from, int to) {
    return isHexGroup(text, groupBefore(text, from), from - 1)
        || isHexGroup(text, to + 1, groupAfter(text, to));
  }

  private static int groupBefore(String text, int from) {
    return from >= 2 && text.charAt(from - 1) == '-'
        ? Chars.runStart(text, from - 1, Chars.ALNUM, from - REACH)
        : from;
  }

  private static int groupAfter(String text, int to) {
    return to + 1 < text.length() && text.charAt(to) == '-'
        ? Chars.runEnd(text, to + 1, Chars.ALNUM, to + REACH)
        : to;
  }

  private static boolean isHexGroup(String text, int from, int to) {
    return to - from >= 2
        && Chars.runEnd(text, from, Chars.HEX, to) == to
        && Chars.contains(text, from, to, Chars.HEX_LETTER);
  }

  private static boolean digitAt(String text, int at) {
    return Chars.is(text.charAt(at), Chars.DIGIT);
  }
}
