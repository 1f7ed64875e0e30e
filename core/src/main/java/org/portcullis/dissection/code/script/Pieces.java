package org.portcullis.dissection.code.script;

import org.jspecify.annotations.Nullable;
import org.portcullis.dissection.code.script.Token.Kind;
import org.portcullis.dissection.code.tree.Doubt;
import org.portcullis.dissection.code.tree.Unreadable;

/** A program in JavaScript and a place in it. What is not expected ends the reading. */
final class Pieces {

  private static final int MAX_DEPTH = 150;

  private final String text;
  private final Tokens tokens;
  private int at;
  private int depth;
  private @Nullable Token here;
  private @Nullable Token second;

  Pieces(String text) {
    this.text = text;
    this.tokens = new Tokens(text);
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
    Token part = Texts.part(text, last.end());
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
