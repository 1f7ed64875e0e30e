package org.portcullis.protocol;

import org.portcullis.connection.Connection;

/** Sends to upstreams. Safe for use by many threads. */
public interface Upstream {

  /** What sending came to. */
  sealed interface Result {

    /** The upstream answers; the one who receives this closes it. */
    record Answered(UpstreamAnswer answer) implements Result {}

    /**
     * It does not.
     *
     * @param mayHaveArrived false only when it is certain that the upstream never saw the request
     */
    record Failed(Failure failure, boolean mayHaveArrived) implements Result {}
  }

  /** Sends a request with the connection's credential. Never throws, never retries. */
  Result send(Connection connection, OutboundRequest request);
}
