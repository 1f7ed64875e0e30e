package org.portcullis.masking.detect;

/** Classes of characters, by table. Everything outside ASCII belongs to none of them. */
final class Chars {

  static final int DIGIT = 1;
  static final int UPPER = 2;
  static final int LOWER = 4;
  static final int HEX_LETTER = 8;
  static final int UNDERSCORE = 16;
  static final int HYPHEN = 32;
  static final int DOT = 64;
  static final int PLUS_SLASH = 128;
  static final int EQUALS = 256;
  static final int BASE32_DIGIT = 512;
  static final int BLANK = 1024;

  static final int LETTER = UPPER | LOWER;
  static final int ALNUM = LETTER | DIGIT;
  static final int BASE64_URL = ALNUM | UNDERSCORE | HYPHEN;
  static final int BASE64 = ALNUM | PLUS_SLASH;
  static final int HEX = DIGIT | HEX_LETTER;

  private static final int[] CLASSES = classes();

  private Chars() {}

  /** Whether a character is in any of these classes. */
  static boolean is(char c, int mask) {
    return c < 128 && (CLASSES[c] & mask) != 0;
  }

  /** Whether a byte of ASCII is in any of these classes. */
  static boolean is(byte b, int mask) {
    return (CLASSES[b] & mask) != 0;
  }

  /** The end of the run of such characters that begins at an offset, at most {@code limit}. */
  static int runEnd(String text, int from, int mask, int limit) {
    int end = Math.min(text.length(), limit);
    int at = from;
    while (at < end && is(text.charAt(at), mask)) {
      at++;
    }
    return at;
  }

  /** The start of the run of such characters that ends before an offset, at least {@code limit}. */
  static int runStart(String text, int before, int mask, int limit) {
    int start = Math.max(0, limit);
    int at = before;
    while (at > start && is(text.charAt(at - 1), mask)) {
      at--;
    }
    return at;
  }

  /**
   * Whether a word may begin here. An escape ({@code \n}, {@code %3D}) that ends here is no part of
   * a word: a text may carry values that some layer has escaped.
   */
  static boolean startsWord(String text, int at) {
    return at == 0 || !is(text.charAt(at - 1), ALNUM) || endsEscape(text, at);
  }

  /** Whether no letter and no digit stands here. */
  static boolean endsWord(String text, int at) {
    return at >= text.length() || !is(text.charAt(at), ALNUM);
  }

  /** Whether {@code \n} and its like or {@code %XX} ends before an offset. */
  static boolean endsEscape(String text, int at) {
    if (at >= 2 && text.charAt(at - 2) == '\\' && "nrtbf".indexOf(text.charAt(at - 1)) >= 0) {
      return true;
    }
    return at >= 3
        && text.charAt(at - 3) == '%'
        && is(text.charAt(at - 2), HEX)
        && is(text.charAt(at - 1), HEX);
  }

  /** Where a run that begins here goes on behind the rest of an escape. */
  static int afterEscape(String text, int from) {
    if (from + 2 <= text.length() && from > 0 && text.charAt(from - 1) == '%') {
      return from + 2;
    }
    return from < text.length() && endsEscape(text, from + 1) ? from + 1 : from;
  }

  /** How many different characters a part of a text has; few of them make a placeholder. */
  static int distinct(String text, int from, int to) {
    long low = 0;
    long high = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < 64) {
        low |= 1L << c;
      } else if (c < 128) {
        high |= 1L << (c - 64);
      }
    }
    return Long.bitCount(low) + Long.bitCount(high);
  }

  /** Whether a part of a text holds a character of these classes. */
  static boolean contains(String text, int from, int to, int mask) {
    for (int i = from; i < to; i++) {
      if (is(text.charAt(i), mask)) {
        return true;
      }
    }
    return false;
  }

  private static int[] classes() {
    int[] classes = new int[128];
    fill(classes, '0', '9', DIGIT);
    fill(classes, '2', '7', BASE32_DIGIT);
    fill(classes, 'A', 'Z', UPPER);
    fill(classes, 'a', 'z', LOWER);
    fill(classes, 'A', 'F', HEX_LETTER);
    fill(classes, 'a', 'f', HEX_LETTER);
    fill(classes, '_', '_', UNDERSCORE);
    fill(classes, '-', '-', HYPHEN);
    fill(classes, '.', '.', DOT);
    fill(classes, '+', '+', PLUS_SLASH);
    fill(classes, '/', '/', PLUS_SLASH);
    fill(classes, '=', '=', EQUALS);
    fill(classes, ' ', ' ', BLANK);
    return classes;
  }

  private static void fill(int[] classes, char from, char to, int mask) {
    for (char c = from; c <= to; c++) {
      classes[c] |= mask;
    }
  }
}
