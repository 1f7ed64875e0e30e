package org.portcullis.masking;

import java.nio.charset.StandardCharsets;

/** JSON's escapes in strings (RFC 8259 section 7). */
final class JsonStrings {

  private static final String HEX = "0123456789abcdef";

  private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

  private JsonStrings() {}

  /**
   * Decodes UTF-8.
   *
   * @throws NotJson when it is none
   */
  static String decode(byte[] json, int start, int end) {
    String text = new String(json, start, end - start, StandardCharsets.UTF_8);
    long replaced = text.chars().filter(c -> c == 0xFFFD).count();
    if (replaced != writtenReplacements(json, start, end)) {
      throw new NotJson("not UTF-8");
    }
    return text;
  }

  /** Decoding puts U+FFFD for what is not UTF-8; those that were written do not count. */
  private static int writtenReplacements(byte[] json, int start, int end) {
    int count = 0;
    for (int i = start; i + 2 < end; i++) {
      if (json[i] == REPLACEMENT[0]
          && json[i + 1] == REPLACEMENT[1]
          && json[i + 2] == REPLACEMENT[2]) {
        count++;
      }
    }
    return count;
  }

  /** Resolves escapes that are known to be well formed. */
  static String unescape(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    int at = 0;
    while (at < raw.length()) {
      int escape = raw.indexOf('\\', at);
      if (escape < 0) {
        escape = raw.length();
      }
      text.append(raw, at, escape);
      at = escape < raw.length() ? resolve(raw, escape + 1, text) : escape;
    }
    return text.toString();
  }

  private static int resolve(String raw, int at, StringBuilder text) {
    char c = raw.charAt(at);
    if (c == 'u') {
      text.append((char) Integer.parseInt(raw, at + 1, at + 5, 16));
      return at + 5;
    }
    text.append(
        switch (c) {
          case 'b' -> '\b';
          case 'f' -> '\f';
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          default -> c;
        });
    return at + 1;
  }

  /** A string with its quotes. */
  static String quote(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> {
          if (c < 0x20 || isLoneSurrogate(text, i)) {
            unicode(json, c);
          } else {
            json.append(c);
          }
        }
      }
    }
    return json.append('"').toString();
  }

  private static boolean isLoneSurrogate(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  private static void unicode(StringBuilder json, char c) {
    json.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      json.append(HEX.charAt(c >> shift & 0xF));
    }
  }
}
