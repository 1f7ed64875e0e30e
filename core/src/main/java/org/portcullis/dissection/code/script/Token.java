package org.portcullis.dissection.code.script;

/**
 * A piece of a program in JavaScript.
 *
 * @param kind what it is
 * @param text a name, a sign, or the value of a text
 * @param start where it begins
 * @param end where the next one may begin
 * @param fresh whether a line begins before it
 */
record Token(Kind kind, String text, int start, int end, boolean fresh) {

  /** What pieces are. */
  enum Kind {
    NAME,
    /** A name that is written with escapes, and so never a keyword. */
    ESCAPED,
    NUMBER,
    TEXT,
    /** The part of a template in front of an expression. */
    FORMATTED,
    SIGN,
    END
  }

  boolean is(String sign) {
    return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(sign);
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
