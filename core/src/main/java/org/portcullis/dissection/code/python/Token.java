package org.portcullis.dissection.code.python;

import java.util.List;

/**
 * A piece of a program in Python.
 *
 * @param kind what it is
 * @param text a name, a sign, or the value of a text
 * @param end where the next one may begin
 * @param inner for a text, the expressions in it, each with an end
 */
record Token(Kind kind, String text, int end, List<List<Token>> inner) {

  /** What pieces are. */
  enum Kind {
    NAME,
    /** A name that another spelling stands for, and so never a keyword. */
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

  Token(Kind kind, String text, int end) {
    this(kind, text, end, List.of());
  }

  boolean is(String sign) {
    return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(sign);
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
