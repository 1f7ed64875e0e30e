package org.portcullis.protocol;

import org.portcullis.connection.Connection;
import org.portcullis.identity.Caller;

/** A protocol that the gate understands. Safe for use by many threads. */
public interface GateProtocol {

  /** What reading a request came to. */
  sealed interface Reading {

    /** It is an exchange. */
    record Read(Exchange exchange) implements Reading {}

    /**
     * It is refused before any decision.
     *
     * @param reason for the record; quotes nothing of the request
     * @param answer in the protocol's own words
     */
    record Refused(String reason, Answer answer) implements Reading {}
  }

  /**
   * Reads a request, once. Unknown, unreadable or ambiguous requests are refused.
   *
   * @throws org.portcullis.recording.GateUnavailable when the session store fails
   */
  Reading read(Caller caller, Connection connection, InboundRequest request);
}
