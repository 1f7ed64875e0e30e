package org.portcullis.masking;

/** A text is not JSON, or breaks a limit. Without a stack trace: for nested texts it is usual. */
final class NotJson extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotJson(String message) {
    super(message, null, false, false);
  }
}
