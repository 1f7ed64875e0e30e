package org.portcullis.upstream.web;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.portcullis.protocol.Failure;
import org.portcullis.protocol.Upstream.Result;
import org.portcullis.protocol.UpstreamReadFailed;

/** What an exception of the client means to the caller. */
final class Faults {

  private Faults() {}

  /**
   * A fault before the answer began. Only while a connection comes about it is certain that the
   * upstream saw nothing. A request that was cancelled before its time was up lost its client.
   */
  static Result.Failed sending(IOException e, boolean cancelled, boolean outOfTime) {
    if (cameNeverAbout(e)) {
      return new Result.Failed(Failure.UPSTREAM_UNREACHABLE, false);
    }
    if (cancelled && !outOfTime) {
      return new Result.Failed(Failure.CLIENT_GONE, true);
    }
    if (outOfTime || e instanceof InterruptedIOException) {
      return new Result.Failed(Failure.UPSTREAM_TIMEOUT, true);
    }
    boolean unreadable =
        e instanceof ClientProtocolException || e instanceof MessageConstraintException;
    return new Result.Failed(unreadable ? Failure.UPSTREAM_INVALID : Failure.UPSTREAM_BROKEN, true);
  }

  /** A fault while the body is read. */
  static UpstreamReadFailed reading(IOException e, boolean outOfTime) {
    if (e instanceof UpstreamReadFailed failed) {
      return failed;
    }
    if (outOfTime || e instanceof SocketTimeoutException) {
      return new UpstreamReadFailed(Failure.UPSTREAM_TIMEOUT, e);
    }
    return new UpstreamReadFailed(
        e instanceof ZipException ? Failure.UPSTREAM_INVALID : Failure.UPSTREAM_BROKEN, e);
  }

  private static boolean cameNeverAbout(IOException e) {
    return e instanceof ConnectException
        || e instanceof ConnectTimeoutException
        || e instanceof ConnectionRequestTimeoutException
        || e instanceof UnknownHostException
        || e instanceof NoRouteToHostException
        || e instanceof SSLHandshakeException
        || e instanceof SSLPeerUnverifiedException;
  }
}
