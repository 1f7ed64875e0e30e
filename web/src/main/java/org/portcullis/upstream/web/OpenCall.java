package org.portcullis.upstream.web;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/**
 * A request on its way, until its answer is read to the end or nobody wants it any more.
 *
 * @param request what is cancelled
 * @param deadline when it is
 */
record OpenCall(HttpUriRequestBase request, Deadline deadline) {

  /** The answer was read to its end; the connection is back in the pool. */
  void done() {
    deadline.stop();
  }

  /** Closes the connection under whoever reads or writes on it; from any thread. */
  void end() {
    deadline.stop();
    request.cancel();
  }
}
