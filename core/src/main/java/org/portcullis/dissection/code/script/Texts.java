package org.portcullis.dissection.code.script;

import org.portcullis.dissection.code.script.Token.Kind;
import org.portcullis.dissection.code.tree.Doubt;
import org.portcullis.dissection.code.tree.Hex;
import org.portcullis.dissection.code.tree.Unreadable;

/** Texts in JavaScript: between quotes, and the parts of templates. */
final class Texts {

  private final String text;
  private final StringBuilder value = new StringBuilder();
  private int at;

  private Texts(String text, int at) {
    this.text = text;
    this.at = at;
  }

  /** The text whose quote stands here. */
  static Token quoted(String text, int start, boolean fresh) {
    Texts reading = new Texts(text, start + 1);
    char quote = text.charAt(start);
    while (reading.peek() != quote) {
      char c = reading.peek();
      if (c == '\n' || c == '\r') {
        throw new Unreadable(Doubt.SYNTAX);
      }
      reading.character();
    }
    return new Token(Kind.TEXT, reading.value.toString(), start, reading.at + 1, fresh);
  }

  /** A part of a template, from here to its end or to an expression in it. */
  static Token part(String text, int start) {
    Texts reading = new Texts(text, start);
    while (reading.peek() != '`' && !text.startsWith("${", reading.at)) {
      reading.character();
    }
    boolean last = reading.peek() == '`';
    int end = reading.at + (last ? 1 : 2);
    return new Token(
        last ? Kind.TEXT : Kind.FORMATTED, reading.value.toString(), start, end, false);
  }

  private char peek() {
    if (at >= text.length()) {
      throw new Unreadable(Doubt.SYNTAX);
    }
    return text.charAt(at);
  }

  private void character() {
    char c = peek();
    at++;
    if (c != '\\') {
      value.append(c);
      return;
    }
    char code = peek();
    at++;
    int plain = "bfnrtv".indexOf(code);
    if (plain >= 0) {
      value.append("\b\f\n\r\t\u000b".charAt(plain));
    } else if (code == 'x') {
      hex(2);
    } else if (code == 'u') {
      unicode();
    } else if (code >= '0' && code <= '7') {
      octal(code - '0');
    } else if (code == '\r' && at < text.length() && text.charAt(at) == '\n') {
      at++;
    } else if (!Blanks.isLineEnd(code)) {
      value.append(code);
    }
  }

  private void unicode() {
    if (at >= text.length() || text.charAt(at) != '{') {
      hex(4);
      return;
    }
    int end = text.indexOf('}', at);
    int start = at + 1;
    while (end > start + 1 && text.charAt(start) == '0') {
      start++;
    }
    at = start;
    hex(end < 0 ? 0 : Math.min(9, end - start));
    at++;
  }

  private void hex(int digits) {
    int code = Hex.read(text, at, digits);
    if (code < 0) {
      throw new Unreadable(Doubt.SYNTAX);
    }
    value.appendCodePoint(code);
    at += digits;
  }

  private void octal(int first) {
    int code = first;
    int most = first < 4 ? 2 : 1;
    while (most-- > 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '7') {
      code = code * 8 + text.charAt(at++) - '0';
    }
    value.append((char) code);
  }
}
