package org.portcullis.dissection.shell;

/** What is found inside words and is read by itself. */
interface Nested {

  /** Reads commands from where the cursor is up to and with a closing parenthesis. */
  void commands();

  /** Reads commands from a text of their own. */
  void code(String text);

  /** Notes an arithmetic expression, in which names stand for expressions again. */
  void arithmetic(String expression);

  /** Notes that something was found that cannot be told. */
  void doubt(Doubt doubt);

  /** Goes one level deeper; false, and all ends, when that is too deep. */
  boolean enter();

  /** Comes back from one level. */
  void leave();
}
