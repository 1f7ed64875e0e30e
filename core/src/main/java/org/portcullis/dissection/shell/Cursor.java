package org.portcullis.dissection.shell;

/**
 * A text and a place in it. What cannot be read moves to the end, so that every loop over the text
 * ends there.
 */
final class Cursor {

  private final String text;
  private int at;
  private boolean broken;

  Cursor(String text) {
    this.text = text;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  /** The character here; NUL at the end. */
  char peek() {
    return peek(0);
  }

  char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
  }

  boolean sees(String expected) {
    return text.startsWith(expected, at);
  }

  void skip(int count) {
    at = Math.min(text.length(), at + count);
  }

  boolean take(String expected) {
    if (!sees(expected)) {
      return false;
    }
    skip(expected.length());
    return true;
  }

  char next() {
    char c = peek();
    skip(1);
    return c;
  }

  int length() {
    return text.length();
  }

  int at() {
    return at;
  }

  String from(int start) {
    return text.substring(start, Math.max(start, at));
  }

  /** What follows, at most so many characters. */
  String ahead(int count) {
    return text.substring(at, Math.min(text.length(), at + count));
  }

  /** The rest of the line, and moves behind its end. */
  String line() {
    int end = text.indexOf('\n', at);
    String line = text.substring(at, end < 0 ? text.length() : end);
    at = end < 0 ? text.length() : end + 1;
    return line;
  }

  /** Moves to the end of the line, not behind it. */
  void skipLine() {
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end;
  }

  /** Moves to the next such character; to the end, unreadable, when there is none. */
  String until(char end) {
    int start = at;
    int found = text.indexOf(end, at);
    if (found < 0) {
      fail();
      return text.substring(start);
    }
    at = found + 1;
    return text.substring(start, found);
  }

  /** Blanks as a shell knows them: space and tab, and a line that goes on in the next. */
  void skipBlanks() {
    while (peek() == ' ' || peek() == '\t' || sees("\\\n")) {
      skip(peek() == '\\' ? 2 : 1);
    }
  }

  /** What stands here cannot be read. */
  void fail() {
    broken = true;
    at = text.length();
  }

  boolean broken() {
    return broken;
  }
}
