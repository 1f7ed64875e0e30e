package org.portcullis.tools;

/**
 * Something that a tool was given cannot be used: an option, a file, an answer. Ends the program
 * with exit code 2 and the message on one line.
 */
public final class Unusable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With what is wrong and what was expected. */
  public Unusable(String message) {
    super(message);
  }

  /** The same with what went wrong below. */
  public Unusable(String message, Throwable cause) {
    super(message, cause);
  }
}
