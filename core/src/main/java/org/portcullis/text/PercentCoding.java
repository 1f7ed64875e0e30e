package org.portcullis.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-encoding (RFC 3986, section 2.1), in one way only. */
public final class PercentCoding {

  private static final String UNRESERVED_MARKS = "-._~";

  private PercentCoding() {}

  /**
   * Decodes a text once.
   *
   * @return the text; empty when an escape is cut short or the bytes are not UTF-8 (overlong forms
   *     are not)
   */
  public static Optional<String> decode(String text) {
    return decode(text, true);
  }

  /**
   * Decodes a text that need not be encoded: a percent sign that begins no escape stands for
   * itself. Empty when the bytes are not UTF-8.
   */
  public static Optional<String> decodeEscapes(String text) {
    return decode(text, false);
  }

  private static Optional<String> decode(String text, boolean strict) {
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length);
    for (int i = 0; i < raw.length; i++) {
      int value = raw[i] == '%' ? escaped(raw, i) : -1;
      if (value >= 0) {
        bytes.write(value);
        i += 2;
      } else if (raw[i] == '%' && strict) {
        return Optional.empty();
      } else {
        bytes.write(raw[i]);
      }
    }
    return Utf8.decode(bytes.toByteArray());
  }

  /** The byte that an escape stands for; negative when there is none. */
  private static int escaped(byte[] raw, int at) {
    if (at + 2 >= raw.length) {
      return -1;
    }
    int high = hex(raw[at + 1]);
    int low = hex(raw[at + 2]);
    return high < 0 || low < 0 ? -1 : (high << 4) | low;
  }

  /** Encodes everything but unreserved characters (section 2.3). */
  public static String encode(String text) {
    return encode(text, "");
  }

  /** Encodes everything but unreserved characters and these ASCII characters. */
  public static String encode(String text, String kept) {
    StringBuilder encoded = new StringBuilder(text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (isUnreserved(c) || (c < 0x80 && kept.indexOf(c) >= 0)) {
        encoded.append(c);
      } else {
        encoded.append(String.format("%%%02X", b & 0xFF));
      }
    }
    return encoded.toString();
  }

  /** The value of a hexadecimal digit; negative when it is none. */
  public static int hex(int digit) {
    return digit < 0x80 ? Character.digit(digit, 16) : -1;
  }

  /** Whether a character never needs an escape. */
  public static boolean isUnreserved(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || UNRESERVED_MARKS.indexOf(c) >= 0;
  }
}
