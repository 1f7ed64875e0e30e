package org.portcullis.dissection.code;

import org.jspecify.annotations.Nullable;
import org.portcullis.dissection.code.Token.Kind;

/** A program in JavaScript and a place in it. What is not expected ends the reading. */
final class ScriptPieces {

  private static final int MAX_DEPTH = 150;

  private final String text;
  private final ScriptTokens tokens;
  private int at;
  private int depth;
  private @Nullable Token here;
  private @Nullable Token second;

  ScriptPieces(String text) {
    this.text = text;
    this.tokens = new ScriptTokens(text);
  }

  Token peek() {
    if (here == null) {
      here = tokens.at(at);
    }
    return here;
  }

  /** The one behind. */
  Token peekSecond() {
    if (second == null) {
      second = tokens.at(peek().end());
    }
    return second;
  }

  boolean isDialect() {
    return tokens.isDialect();
  }

  boolean sees(String sign) {
    return peek().is(sign);
  }

  boolean sees(Kind kind) {
    return peek().is(kind);
  }

  Token next() {
    Token token = peek();
    at = token.end();
    here = second;
    second = null;
    return token;
  }

  boolean take(String sign) {
    if (!sees(sign)) {
      return false;
    }
    next();
    return true;
  }

  void expect(String sign) {
    if (!take(sign)) {
      throw new Unreadable(Doubt.SYNTAX);
    }
  }

  boolean seesName() {
    return sees(Kind.NAME) || sees(Kind.ESCAPED);
  }

  String name() {
    if (!seesName()) {
      throw new Unreadable(Doubt.SYNTAX);
    }
    return next().text();
  }

  /** Moves behind the regular expression whose slash was taken. */
  void regex(Token slash) {
    move(tokens.regexEnd(slash.start()));
  }

  /** The part of a template behind what was taken. */
  Token part(Token last) {
    Token part = ScriptTexts.part(text, last.end());
    move(part.end());
    return part;
  }

  private void move(int place) {
    at = place;
    here = null;
    second = null;
  }

  /** The end of a statement, which may be left out (ECMA-262, section 12.10). */
  void end() {
    if (!take(";") && !sees("}") && !sees(Kind.END) && !peek().fresh()) {
      throw new Unreadable(Doubt.SYNTAX);
    }
  }

  void enter() {
    if (++depth > MAX_DEPTH) {
      throw new Unreadable(Doubt.LIMIT);
    }
  }

  void leave() {
    depth--;
  }
}
