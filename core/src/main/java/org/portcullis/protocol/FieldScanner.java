package org.portcullis.protocol;

import java.util.Optional;

/** Reads the parts of a field value (RFC 9110, section 5.6), from left to right. */
final class FieldScanner {

  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

  private final String value;
  private int at;

  FieldScanner(String value) {
    this.value = value.strip();
  }

  /** The token that stands here; empty when none does. */
  String token() {
    int start = at;
    while (at < value.length() && isTokenChar(value.charAt(at))) {
      at++;
    }
    return value.substring(start, at);
  }

  /** The token or quoted string that stands here; empty when neither is complete. */
  Optional<String> tokenOrQuoted() {
    if (!take('"')) {
      String token = token();
      return token.isEmpty() ? Optional.empty() : Optional.of(token);
    }
    StringBuilder text = new StringBuilder();
    while (at < value.length() && value.charAt(at) != '"') {
      if (value.charAt(at) == '\\') {
        at++;
      }
      if (at < value.length()) {
        text.append(value.charAt(at++));
      }
    }
    return take('"') ? Optional.of(text.toString()) : Optional.empty();
  }

  /** Steps over this character when it stands here. */
  boolean take(char expected) {
    if (at < value.length() && value.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }

  /** Steps over this character and the white space around it, when it stands here. */
  boolean takePadded(char expected) {
    int start = at;
    skipSpace();
    if (!take(expected)) {
      at = start;
      return false;
    }
    skipSpace();
    return true;
  }

  boolean atEnd() {
    return at == value.length();
  }

  private void skipSpace() {
    while (at < value.length() && (value.charAt(at) == ' ' || value.charAt(at) == '\t')) {
      at++;
    }
  }

  private static boolean isTokenChar(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || TOKEN_MARKS.indexOf(c) >= 0;
  }
}
