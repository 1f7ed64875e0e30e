package org.portcullis.dissection.code.python;

import java.util.List;
import org.portcullis.dissection.code.python.Token.Kind;
import org.portcullis.dissection.code.tree.Doubt;
import org.portcullis.dissection.code.tree.Unreadable;

/** Pieces and a place among them. What is not expected ends the reading. */
final class Pieces {

  private static final int MAX_DEPTH = 100;

  private final List<Token> tokens;
  private int at;
  private int depth;

  Pieces(List<Token> tokens, int depth) {
    this.tokens = tokens;
    this.depth = depth;
  }

  Token peek() {
    return tokens.get(at);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  boolean sees(String sign) {
    return peek().is(sign);
  }

  boolean sees(Kind kind) {
    return peek().is(kind);
  }

  Token next() {
    Token token = peek();
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  boolean take(String sign) {
    if (!sees(sign)) {
      return false;
    }
    next();
    return true;
  }

  boolean take(Kind kind) {
    if (!sees(kind)) {
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

  void expect(Kind kind) {
    if (!take(kind)) {
      throw new Unreadable(Doubt.SYNTAX);
    }
  }

  /** A name that is no keyword. */
  String name() {
    if (!sees(Kind.NAME) && !sees(Kind.ESCAPED)) {
      throw new Unreadable(Doubt.SYNTAX);
    }
    return next().text();
  }

  int depth() {
    return depth;
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
