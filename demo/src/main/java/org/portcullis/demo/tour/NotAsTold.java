package org.portcullis.demo.tour;

/** Something is not as the tour tells it. The message is one line for the person who watches. */
final class NotAsTold extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotAsTold(String message) {
    super(message);
  }

  NotAsTold(String message, Throwable cause) {
    super(message, cause);
  }
}
