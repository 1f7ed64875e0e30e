package org.portcullis.dissection.code.script;

import java.util.List;
import org.portcullis.dissection.code.script.Token.Kind;
import org.portcullis.dissection.code.tree.Doubt;
import org.portcullis.dissection.code.tree.Unreadable;

/**
 * The pieces of a program in JavaScript (ECMA-262, chapter 12), one at a time: whether a slash
 * begins a regular expression only its reader knows. Comments that look like HTML are noted,
 * because scripts have them and modules do not.
 */
final class Tokens {

  private static final List<String> SIGNS =
      List.of(
          ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=", "=>", "==",
          "!=", "<=", ">=", "&&", "||", "??", "?.", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=",
          "|=", "^=", "<<", ">>", "**");
  private static final String SINGLE = "{}()[];,<>+-*/%&|^!~?:=.@`";

  private final String text;
  private boolean dialect;

  Tokens(String text) {
    this.text = text;
  }

  /** Whether something was read that readers take differently. */
  boolean isDialect() {
    return dialect;
  }

  /** The piece at or behind this place. */
  Token at(int from) {
    Blanks blanks = Blanks.skip(text, from);
    dialect |= blanks.isHtml();
    int at = blanks.end();
    boolean fresh = blanks.fresh();
    if (at >= text.length()) {
      return new Token(Kind.END, "", at, at, fresh);
    }
    char c = text.charAt(at);
    if (c == '"' || c == '\'') {
      return Texts.quoted(text, at, fresh);
    }
    if (isDigit(c) || (c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
      return number(at, fresh);
    }
    if (c == '\\' || c == '#' || Identifiers.begins(text, at)) {
      return Identifiers.read(text, at, fresh);
    }
    return sign(at, fresh);
  }

  private Token sign(int at, boolean fresh) {
    for (String sign : SIGNS) {
      if (text.startsWith(sign, at)) {
        boolean choice =
            sign.equals("?.") && at + 2 < text.length() && isDigit(text.charAt(at + 2));
        int end = choice ? at + 1 : at + sign.length();
        return new Token(Kind.SIGN, text.substring(at, end), at, end, fresh);
      }
    }
    if (SINGLE.indexOf(text.charAt(at)) < 0) {
      throw new Unreadable(Doubt.SYNTAX);
    }
    return new Token(Kind.SIGN, text.substring(at, at + 1), at, at + 1, fresh);
  }

  private Token number(int start, boolean fresh) {
    int at = start;
    boolean based =
        text.charAt(at) == '0'
            && at + 1 < text.length()
            && "xXoObB".indexOf(text.charAt(at + 1)) >= 0;
    at = based ? digits(at + 2, true) : fraction(at);
    if (at < text.length() && text.charAt(at) == 'n') {
      at++;
    }
    if (Identifiers.begins(text, at)) {
      throw new Unreadable(Doubt.SYNTAX);
    }
    return new Token(Kind.NUMBER, text.substring(start, at), start, at, fresh);
  }

  private int fraction(int from) {
    int at = digits(from, false);
    if (at < text.length() && text.charAt(at) == '.') {
      at = digits(at + 1, false);
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      boolean signed = text.startsWith("+", at + 1) || text.startsWith("-", at + 1);
      at = digits(at + (signed ? 2 : 1), false);
    }
    return at;
  }

  private int digits(int from, boolean hex) {
    int at = from;
    while (at < text.length() && isPart(text.charAt(at), hex)) {
      at++;
    }
    return at;
  }

  private static boolean isPart(char c, boolean hex) {
    return isDigit(c) || c == '_' || (hex && c < 128 && Character.digit(c, 16) >= 0);
  }

  /** Behind the regular expression whose slash stands here. */
  int regexEnd(int start) {
    boolean set = false;
    for (int at = start + 1; at < text.length(); at++) {
      char c = text.charAt(at);
      if (Blanks.isLineEnd(c)) {
        break;
      }
      if (c == '\\') {
        at++;
      } else if (c == '[' || c == ']') {
        set = c == '[';
      } else if (c == '/' && !set) {
        int end = at + 1;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
          end++;
        }
        return end;
      }
    }
    throw new Unreadable(Doubt.SYNTAX);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
