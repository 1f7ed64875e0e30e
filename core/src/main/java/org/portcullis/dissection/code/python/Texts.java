package org.portcullis.dissection.code.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.portcullis.dissection.code.python.Token.Kind;
import org.portcullis.dissection.code.tree.Doubt;
import org.portcullis.dissection.code.tree.Hex;
import org.portcullis.dissection.code.tree.Unreadable;

/**
 * Texts in Python, with the expressions in formatted ones, which end at their braces whatever
 * quotes stand in them (PEP 701); where older interpreters read them otherwise they refuse them.
 */
final class Texts {

  private static final int MAX_DEPTH = 4;
  private static final int MAX_FIELDS = 500;

  private final String text;
  private final String quote;
  private final boolean raw;
  private final boolean formatted;
  private final int depth;
  private final StringBuilder value = new StringBuilder();
  private final List<List<Token>> inner = new ArrayList<>();
  private int at;
  private boolean known = true;

  private Texts(String text, int at, String prefix, int depth) {
    this.text = text;
    this.depth = depth;
    String lower = prefix.toLowerCase(Locale.ROOT);
    this.raw = lower.contains("r");
    this.formatted = lower.contains("f") || lower.contains("t");
    String one = text.substring(at, at + 1);
    this.quote = text.startsWith(one.repeat(3), at) ? one.repeat(3) : one;
    this.at = at + quote.length();
  }

  /** The text whose quotes begin here. */
  static Token read(String text, int at, String prefix, int depth) {
    if (depth > MAX_DEPTH) {
      throw new Unreadable(Doubt.LIMIT);
    }
    Texts reading = new Texts(text, at, prefix, depth);
    reading.run(at);
    boolean bytes = prefix.toLowerCase(Locale.ROOT).contains("b");
    Kind kind = !reading.known ? Kind.FORMATTED : bytes ? Kind.BYTES : Kind.TEXT;
    return new Token(kind, reading.value.toString(), reading.at, List.copyOf(reading.inner));
  }

  private void run(int start) {
    while (!text.startsWith(quote, at)) {
      if (at >= text.length() || (quote.length() == 1 && isLineEnd(text.charAt(at)))) {
        throw new Unreadable(Doubt.SYNTAX);
      }
      char c = text.charAt(at);
      if (c == '\\') {
        escape();
      } else if (formatted && (c == '{' || c == '}')) {
        brace(c);
      } else {
        value.append(c);
        at++;
      }
    }
    at += quote.length();
    if (at <= start) {
      throw new IllegalStateException("a text without an end");
    }
  }

  private void brace(char c) {
    if (at + 1 < text.length() && text.charAt(at + 1) == c) {
      value.append(c);
      at += 2;
    } else if (c == '{') {
      known = false;
      field();
    } else {
      throw new Unreadable(Doubt.SYNTAX);
    }
  }

  /** An expression, and how it is written, in which expressions may stand again. */
  private void field() {
    int end = Fields.end(text, at + 1, depth + 1);
    inner.add(Tokens.of("(" + expression(text.substring(at + 1, end)) + "\n)", depth + 1));
    at = end;
    if (text.startsWith("!", at)) {
      at++;
      while (at < text.length() && Character.isLetter(text.charAt(at))) {
        at++;
      }
    }
    if (text.startsWith(":", at)) {
      at++;
      format();
    }
    if (!text.startsWith("}", at)) {
      throw new Unreadable(Doubt.SYNTAX);
    }
    at++;
  }

  /** Behind an equals sign the expression is written out as well. */
  private static String expression(String field) {
    String bare = field.stripTrailing();
    boolean shown = bare.endsWith("=") && !bare.endsWith("==");
    return shown ? bare.substring(0, bare.length() - 1) : bare;
  }

  private void format() {
    if (inner.size() > MAX_FIELDS) {
      throw new Unreadable(Doubt.LIMIT);
    }
    while (at < text.length() && text.charAt(at) != '}' && !text.startsWith(quote, at)) {
      if (text.charAt(at) == '{') {
        field();
      } else {
        at++;
      }
    }
  }

  private void escape() {
    int code = at + 1;
    if (code >= text.length()) {
      throw new Unreadable(Doubt.SYNTAX);
    }
    char c = text.charAt(code);
    if (raw) {
      value.append('\\');
      // A brace behind it begins an expression all the same.
      if (!formatted || (c != '{' && c != '}')) {
        value.append(c);
        code++;
      }
      at = code;
    } else if (isLineEnd(c)) {
      at = code + (text.startsWith("\r\n", code) ? 2 : 1);
    } else {
      at = code + 1;
      decode(c);
    }
  }

  private void decode(char c) {
    int plain = "abfnrtv\\'\"".indexOf(c);
    if (plain >= 0) {
      value.append("\u0007\b\f\n\r\t\u000b\\'\"".charAt(plain));
    } else if (c == 'x' || c == 'u' || c == 'U') {
      hex(c == 'x' ? 2 : c == 'u' ? 4 : 8);
    } else if (c >= '0' && c <= '7') {
      int code = c - '0';
      for (int i = 0; i < 2 && isOctal(); i++) {
        code = code * 8 + text.charAt(at++) - '0';
      }
      value.append((char) code);
    } else if (c == 'N' && text.startsWith("{", at)) {
      int end = text.indexOf('}', at);
      known = false;
      at = end < 0 ? text.length() : end + 1;
    } else {
      value.append('\\');
      at--;
      if (!formatted || (c != '{' && c != '}')) {
        value.append(c);
        at++;
      }
    }
  }

  private boolean isOctal() {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '7';
  }

  private void hex(int digits) {
    int code = Hex.read(text, at, digits);
    if (code < 0) {
      throw new Unreadable(Doubt.SYNTAX);
    }
    value.appendCodePoint(code);
    at += digits;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
