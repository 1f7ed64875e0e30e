package org.portcullis.masking;

import java.nio.charset.StandardCharsets;

/**
 * Reads the tokens of a JSON text (RFC 8259) from UTF-8 bytes, strictly, and tells of each string
 * what is in it. Used by one thread.
 */
final class JsonCursor {

  /** Bits of {@link #content()}. */
  static final int DIGIT = 1;

  static final int ASSIGNMENT = 2;
  static final int OPENING = 4;
  static final int AT = 8;
  static final int ESCAPE = 16;
  static final int NOT_ASCII = 32;

  private static final int QUOTE = 64;
  private static final int CONTROL = 128;
  private static final int SPECIAL = QUOTE | CONTROL | ESCAPE;
  private static final short[] CLASSES = classes();

  private final byte[] json;
  private int at;
  private int start;
  private int end;
  private int content;
  private int digits;

  JsonCursor(byte[] json) {
    this.json = json;
  }

  int at() {
    return at;
  }

  /** Where the last string's content or the last number starts. */
  int start() {
    return start;
  }

  /** Behind the last string's content or the last number. */
  int end() {
    return end;
  }

  /** What kinds of characters the last string has. */
  int content() {
    return content;
  }

  /** How many ASCII digits the last string or number has. */
  int digits() {
    return digits;
  }

  /** The next byte that is not white space, without taking it; -1 at the end. */
  int peek() {
    while (at < json.length) {
      byte b = json[at];
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return b;
      }
      at++;
    }
    return -1;
  }

  /** Goes on to the next opening bracket or brace. Whether there is one. */
  boolean seekOpening() {
    while (at < json.length && json[at] != '{' && json[at] != '[') {
      at++;
    }
    return at < json.length;
  }

  /** Takes the next byte if it is this one. */
  boolean take(char expected) {
    if (peek() != expected) {
      return false;
    }
    at++;
    return true;
  }

  void expect(char expected) {
    if (!take(expected)) {
      throw new NotJson("not JSON");
    }
  }

  /** Takes a string, quotes included. */
  void string() {
    expect('"');
    start = at;
    content = 0;
    digits = 0;
    int i = at;
    while (i < json.length) {
      int kind = CLASSES[json[i] & 0xFF];
      content |= kind;
      digits += kind & DIGIT;
      if ((kind & SPECIAL) == 0) {
        i++;
      } else if (kind == QUOTE) {
        end = i;
        at = i + 1;
        return;
      } else {
        i = escape(i, kind);
      }
    }
    at = json.length;
    throw new NotJson("not JSON: a string does not end");
  }

  /** Goes from the quote of a string that is none to its closing quote, or to the end. */
  void skipString(int quote) {
    int i = quote + 1;
    while (i < json.length && json[i] != '"') {
      i += json[i] == '\\' ? 2 : 1;
    }
    at = Math.min(i, json.length);
  }

  /** Takes a number; {@link #start} and {@link #end} tell where. Whether it is an integer. */
  boolean number() {
    start = at;
    take('-');
    int first = at;
    int whole = digitRun();
    if (whole == 0 || (whole > 1 && json[first] == '0')) {
      throw new NotJson("not JSON: a number is misspelled");
    }
    digits = whole;
    boolean integer = true;
    if (isAt('.')) {
      integer = false;
      at++;
      requireDigits();
    }
    if (isAt('e') || isAt('E')) {
      integer = false;
      at++;
      if (isAt('+') || isAt('-')) {
        at++;
      }
      requireDigits();
    }
    end = at;
    return integer;
  }

  /** Takes {@code true}, {@code false} or {@code null}. */
  void word(String word) {
    start = at;
    for (int i = 0; i < word.length(); i++) {
      if (!isAt(word.charAt(i))) {
        throw new NotJson("not JSON");
      }
      at++;
    }
    end = at;
  }

  /** The last string's content, decoded. */
  String decoded() {
    String raw =
        (content & NOT_ASCII) == 0
            ? new String(json, start, end - start, StandardCharsets.US_ASCII)
            : JsonStrings.decode(json, start, end);
    return (content & ESCAPE) == 0 ? raw : JsonStrings.unescape(raw);
  }

  private int escape(int from, int kind) {
    if (kind == CONTROL) {
      throw new NotJson("not JSON: a control character in a string");
    }
    int escaped = from + 1 < json.length ? json[from + 1] : -1;
    if (escaped != 'u') {
      if (escaped < 0 || "\"\\/bfnrt".indexOf(escaped) < 0) {
        throw new NotJson("not JSON: an escape is misspelled");
      }
      return from + 2;
    }
    for (int i = from + 2; i < from + 6; i++) {
      if (i >= json.length || Character.digit(json[i], 16) < 0) {
        throw new NotJson("not JSON: an escape is misspelled");
      }
    }
    return from + 6;
  }

  private boolean isAt(char expected) {
    return at < json.length && json[at] == expected;
  }

  private void requireDigits() {
    if (digitRun() == 0) {
      throw new NotJson("not JSON: a number is misspelled");
    }
  }

  private int digitRun() {
    int from = at;
    while (at < json.length && json[at] >= '0' && json[at] <= '9') {
      at++;
    }
    return at - from;
  }

  private static short[] classes() {
    short[] classes = new short[256];
    for (int b = 0; b < 256; b++) {
      classes[b] = (short) (b < 0x20 ? CONTROL : b > 0x7F ? NOT_ASCII : classOf((char) b));
    }
    return classes;
  }

  private static int classOf(char c) {
    return switch (c) {
      case '"' -> QUOTE;
      case '\\' -> ESCAPE;
      case '{', '[' -> OPENING;
      case '=', ':' -> ASSIGNMENT;
      case '@', '%' -> AT;
      default -> c >= '0' && c <= '9' ? DIGIT : 0;
    };
  }
}
