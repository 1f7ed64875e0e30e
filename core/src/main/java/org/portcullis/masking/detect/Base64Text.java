package org.portcullis.masking.detect;

/** Base64 and base64url (RFC 4648 sections 4 and 5), as far as they hold plain ASCII. */
final class Base64Text {

  private Base64Text() {}

  /** The decoded text, or an empty one when some byte of it is not printable ASCII. */
  static String decode(String text, int from, int to) {
    StringBuilder decoded = new StringBuilder((to - from) * 3 / 4);
    int bits = 0;
    int count = 0;
    for (int i = from; i < to; i++) {
      bits = bits << 6 | value(text.charAt(i));
      count += 6;
      if (count >= 8) {
        count -= 8;
        int b = bits >> count & 0xFF;
        if (!isPrintable(b)) {
          return "";
        }
        decoded.append((char) b);
      }
    }
    return decoded.toString();
  }

  private static boolean isPrintable(int b) {
    return (b >= 0x20 && b < 0x7F) || b == '\n' || b == '\r' || b == '\t';
  }

  private static int value(char c) {
    if (Chars.is(c, Chars.UPPER)) {
      return c - 'A';
    }
    if (Chars.is(c, Chars.LOWER)) {
      return c - 'a' + 26;
    }
    if (Chars.is(c, Chars.DIGIT)) {
      return c - '0' + 52;
    }
    return c == '+' || c == '-' ? 62 : 63;
  }
}
