package org.portcullis.recording;

/**
 * The gate cannot do its duty now: a store failed or did not answer in time. Whoever catches it
 * refuses the call. Its message is for the log and holds nothing of a call's content.
 */
public final class GateUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public GateUnavailable(String message) {
    super(message);
  }

  public GateUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
