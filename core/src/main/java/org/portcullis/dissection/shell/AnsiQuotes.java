package org.portcullis.dissection.shell;

/**
 * Strings such as {@code $'a\tb'}. Shells that do not know them end them at another quote, so an
 * escaped quote inside is in doubt.
 */
final class AnsiQuotes {

  private static final String NAMES = "abeEfnrtv\\'\"?";
  private static final String VALUES = "\u0007\b\u001b\u001b\f\n\r\t\u000b\\'\"?";
  private static final int HEX = 16;
  private static final int OCTAL = 8;

  private AnsiQuotes() {}

  /** Reads from the opening quote on. */
  static void read(Cursor cursor, WordBuilder word, Nested nested) {
    cursor.skip(1);
    word.quote();
    while (!cursor.atEnd() && cursor.peek() != '\'') {
      if (cursor.take("\\")) {
        escape(cursor, word, nested);
      } else {
        word.literal(cursor.next());
      }
    }
    if (!cursor.take("'")) {
      cursor.fail();
    }
  }

  private static void escape(Cursor cursor, WordBuilder word, Nested nested) {
    char c = cursor.next();
    int known = NAMES.indexOf(c);
    if (c == '\'') {
      nested.doubt(Doubt.DIALECT);
    }
    if (known >= 0) {
      word.literal(VALUES.charAt(known));
    } else if (c == 'x') {
      number(cursor, word, "", HEX, 2);
    } else if (c == 'u') {
      number(cursor, word, "", HEX, 4);
    } else if (c >= '0' && c <= '7') {
      number(cursor, word, String.valueOf(c), OCTAL, 3);
    } else {
      // Control characters, code points beyond the basic plane, and what is no escape.
      word.unknown(Doubt.DIALECT);
    }
  }

  private static void number(
      Cursor cursor, WordBuilder word, String begin, int radix, int maxDigits) {
    StringBuilder digits = new StringBuilder(begin);
    while (digits.length() < maxDigits && Character.digit(cursor.peek(), radix) >= 0) {
      digits.append(cursor.next());
    }
    int value = digits.isEmpty() ? 0 : Integer.parseInt(digits.toString(), radix);
    // A NUL ends the string in one shell and is left out in another.
    if (value == 0 || (value > 0x7F && maxDigits < 4)) {
      word.unknown(Doubt.DIALECT);
    } else {
      word.literal((char) value);
    }
  }
}
