package org.portcullis.protocol;

import java.io.IOException;

/** Reads upstream bodies. */
public final class Bodies {

  private Bodies() {}

  /**
   * The whole body of an answer, which is left open.
   *
   * @throws UpstreamReadFailed whatever goes wrong while reading: it is the upstream's fault
   */
  public static byte[] whole(UpstreamAnswer answer) throws UpstreamReadFailed {
    try {
      return answer.body().readAllBytes();
    } catch (UpstreamReadFailed e) {
      throw e;
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** The failure behind an exception from reading. */
  public static UpstreamReadFailed broken(IOException e) {
    return e instanceof UpstreamReadFailed known
        ? known
        : new UpstreamReadFailed(Failure.UPSTREAM_BROKEN, e);
  }
}
