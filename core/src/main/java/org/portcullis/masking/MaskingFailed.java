package org.portcullis.masking;

/**
 * A text could not be masked, so nothing of it may be passed on. Its message holds nothing of the
 * text.
 */
public final class MaskingFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MaskingFailed(String message) {
    super(message);
  }

  public MaskingFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
