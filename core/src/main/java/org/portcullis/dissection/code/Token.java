package org.portcullis.dissection.code;

import java.util.List;

/**
 * A piece of a program.
 *
 * @param kind what it is
 * @param text a name, a sign, or the value of a text
 * @param start where it begins
 * @param end where the next one may begin
 * @param fresh whether a line begins before it
 * @param inner for a text, the expressions in it, each with an end
 */
record Token(Kind kind, String text, int start, int end, boolean fresh, List<List<Token>> inner) {

  /** What pieces are. */
  enum Kind {
    NAME,
    /** A name that is written with escapes, and so never a keyword. */
    ESCAPED,
    NUMBER,
    TEXT,
    BYTES,
    /** A text that is not known. */
    FORMATTED,
    SIGN,
    LINE,
    INDENT,
    DEDENT,
    SHELL,
    MAGIC,
    END
  }

  Token(Kind kind, String text, int start, int end, boolean fresh) {
    this(kind, text, start, end, fresh, List.of());
  }

  boolean is(String sign) {
    return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(sign);
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
