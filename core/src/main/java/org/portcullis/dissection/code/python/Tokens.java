package org.portcullis.dissection.code.python;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.portcullis.dissection.code.python.Token.Kind;
import org.portcullis.dissection.code.tree.Doubt;
import org.portcullis.dissection.code.tree.Unreadable;
import org.portcullis.text.Marks;

/**
 * The pieces of a program in Python (The Python Language Reference, chapter 2). A carriage return
 * ends a line as a line feed does; names are in the form NFKC, as the interpreter compares them.
 */
final class Tokens {

  private static final int TAB = 8;

  private static final String CLOSING = ")]}";
  private static final List<String> SIGNS =
      List.of(
          "**=", "//=", ">>=", "<<=", "...", "!=", "->", ":=", "**", "//", "<<", ">>", "<=", ">=",
          "==", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "@=");

  private final String text;
  private final int depth;
  private final List<Token> tokens = new ArrayList<>();
  private final Deque<int[]> indents = new ArrayDeque<>();
  private int at;
  private int open;
  private boolean begin = true;

  private Tokens(String text, int depth) {
    this.text = text;
    this.depth = depth;
    indents.push(new int[] {0, 0});
  }

  /**
   * All of them, an end last.
   *
   * @param depth in how many formatted texts this one stands
   */
  static List<Token> of(String text, int depth) {
    Tokens reading = new Tokens(text, depth);
    reading.run();
    return List.copyOf(reading.tokens);
  }

  private void run() {
    while (at < text.length()) {
      if (begin && open == 0) {
        indent();
      } else {
        next();
      }
    }
    if (open > 0) {
      throw new Unreadable(Doubt.SYNTAX);
    }
    add(Kind.LINE, "");
    while (indents.size() > 1) {
      indents.pop();
      add(Kind.DEDENT, "");
    }
    add(Kind.END, "");
  }

  /** The blanks before a line, which say how deep it stands. */
  private void indent() {
    int column = 0;
    int strict = 0;
    while (at < text.length() && Chars.isBlank(text.charAt(at))) {
      char c = text.charAt(at++);
      column = c == '\f' ? 0 : c == '\t' ? (column / TAB + 1) * TAB : column + 1;
      strict = c == '\f' ? 0 : strict + 1;
    }
    if (at == text.length() || isLineEnd(text.charAt(at)) || text.charAt(at) == '#') {
      if (!skipRest()) {
        at = text.length();
      }
      return;
    }
    begin = false;
    level(column, strict);
    String rest = "!%?";
    if (rest.indexOf(text.charAt(at)) >= 0) {
      special(text.charAt(at) == '!' ? Kind.SHELL : Kind.MAGIC);
    }
  }

  private void level(int column, int strict) {
    int[] last = indents.element();
    if (column > last[0]) {
      consistent(strict > last[1]);
      indents.push(new int[] {column, strict});
      add(Kind.INDENT, "");
    }
    while (column < indents.element()[0]) {
      indents.pop();
      add(Kind.DEDENT, "");
    }
    consistent(column == indents.element()[0] && strict == indents.element()[1]);
  }

  /** Where tabs and blanks could be counted otherwise, Python refuses the program. */
  private static void consistent(boolean known) {
    if (!known) {
      throw new Unreadable(Doubt.SYNTAX);
    }
  }

  /** A line that only IPython knows. */
  private void special(Kind kind) {
    int end = Chars.lineEnd(text, at);
    Token token = new Token(kind, text.substring(at + 1, end), end);
    tokens.add(token);
    at = end;
  }

  private void next() {
    char c = text.charAt(at);
    if (Chars.isBlank(c)) {
      at++;
    } else if (c == '\\') {
      continueLine();
    } else if (c == '#' || isLineEnd(c)) {
      endLine();
    } else if (Character.isUnicodeIdentifierStart(text.codePointAt(at)) || c == '_') {
      nameOrText();
    } else if (c == '"' || c == '\'') {
      addText("");
    } else if (isDigit(c) || (c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
      at = Chars.numberEnd(text, at);
      add(Kind.NUMBER, "");
    } else {
      sign();
    }
  }

  private void continueLine() {
    int end = at + 1;
    if (end >= text.length() || !isLineEnd(text.charAt(end))) {
      throw new Unreadable(Doubt.SYNTAX);
    }
    at = end + (text.startsWith("\r\n", end) ? 2 : 1);
  }

  private void endLine() {
    if (open == 0) {
      add(Kind.LINE, "");
      begin = true;
    }
    if (!skipRest()) {
      at = text.length();
    }
  }

  /** Moves behind the end of the line; false when there is none. */
  private boolean skipRest() {
    int end = Chars.lineEnd(text, at);
    at = Math.min(text.length(), end + (text.startsWith("\r\n", end) ? 2 : 1));
    return end < text.length();
  }

  private void nameOrText() {
    int end = at;
    while (end < text.length()
        && Character.isUnicodeIdentifierPart(text.codePointAt(end))
        && !Character.isIdentifierIgnorable(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    String name = text.substring(at, end);
    boolean quoted = end < text.length() && (text.charAt(end) == '"' || text.charAt(end) == '\'');
    if (quoted && Chars.isPrefix(name)) {
      at = end;
      addText(name);
      return;
    }
    if (!Marks.areBounded(name)) {
      throw new Unreadable(Doubt.LIMIT);
    }
    at = end;
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
    add(plain.equals(name) ? Kind.NAME : Kind.ESCAPED, plain);
  }

  private void addText(String prefix) {
    Token token = Texts.read(text, at, prefix, depth);
    tokens.add(token);
    at = token.end();
  }

  private void sign() {
    int start = at;
    String sign =
        SIGNS.stream()
            .filter(each -> text.startsWith(each, at))
            .findFirst()
            .orElse(text.substring(at, at + 1));
    at += sign.length();
    if ("([{".contains(sign)) {
      open++;
    } else if (CLOSING.contains(sign)) {
      open--;
    } else if (sign.length() == 1 && "!+-*/%&|^~<>().,:;=@[]{}".indexOf(sign.charAt(0)) < 0) {
      throw new Unreadable(sign.equals("?") || sign.equals("$") ? Doubt.DIALECT : Doubt.SYNTAX);
    }
    consistent(open >= 0);
    if (sign.equals("!") && !tokens.isEmpty() && tokens.get(tokens.size() - 1).is("=")) {
      at = start;
      special(Kind.SHELL);
    } else {
      add(Kind.SIGN, sign);
    }
  }

  private void add(Kind kind, String value) {
    tokens.add(new Token(kind, value, at));
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
