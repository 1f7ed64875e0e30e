package org.portcullis.protocol;

import java.io.IOException;

/**
 * Reading an upstream's body failed: the upstream's fault, not the client's. Its message holds
 * nothing of the body.
 */
public final class UpstreamReadFailed extends IOException {

  private static final long serialVersionUID = 1L;

  private final Failure failure;

  public UpstreamReadFailed(Failure failure) {
    super(failure.name());
    this.failure = failure;
  }

  public UpstreamReadFailed(Failure failure, Throwable cause) {
    super(failure.name(), cause);
    this.failure = failure;
  }

  /** What went wrong, in the words for the caller. */
  public Failure failure() {
    return failure;
  }
}
