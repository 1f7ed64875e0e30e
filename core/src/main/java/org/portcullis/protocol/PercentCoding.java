package org.portcullis.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-encoding (RFC 3986, section 2.1), strictly and in one way only. */
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
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] != '%') {
        bytes.write(raw[i]);
        continue;
      }
      if (i + 2 >= raw.length || hex(raw[i + 1]) < 0 || hex(raw[i + 2]) < 0) {
        return Optional.empty();
      }
      bytes.write((hex(raw[i + 1]) << 4) | hex(raw[i + 2]));
      i += 2;
    }
    return utf8(bytes.toByteArray());
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

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
