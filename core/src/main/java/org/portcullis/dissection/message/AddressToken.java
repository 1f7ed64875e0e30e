package org.portcullis.dissection.message;

/**
 * A part of an address list.
 *
 * @param text what stands there; of a quoted text, with its quotes
 * @param apart whether a blank or a comment stands before it
 */
record AddressToken(Kind kind, String text, boolean apart) {

  /** What a token is. */
  enum Kind {
    /** Letters, digits and what may stand among them, dots included. */
    WORD,
    /** A text in quotes. */
    QUOTED,
    /** One of {@code < > @ , ; :}. */
    SIGN
  }

  boolean isSign(char sign) {
    return kind == Kind.SIGN && text.charAt(0) == sign;
  }

  boolean isSeparator() {
    return isSign(',') || isSign(';');
  }
}
