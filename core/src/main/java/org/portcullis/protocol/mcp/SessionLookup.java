package org.portcullis.protocol.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.portcullis.connection.Connection;
import org.portcullis.identity.Caller;
import org.portcullis.protocol.InboundRequest;
import org.portcullis.session.Session;
import org.portcullis.session.Sessions;

/** Whether a request belongs to a session of its caller. */
sealed interface SessionLookup {

  /** It does. */
  record Found(Session session) implements SessionLookup {}

  /** It does not. Someone else's session, an ended one and one that never was look the same. */
  record Missing(Fault fault) implements SessionLookup {}

  /**
   * Looks the session of a request up.
   *
   * @param id the id of the request that is refused, or null as JSON
   */
  static SessionLookup of(
      Sessions sessions,
      Caller caller,
      Connection connection,
      InboundRequest request,
      JsonNode id) {
    Optional<String> named = request.headers().only(TransportRules.SESSION);
    if (named.isEmpty()) {
      return new Missing(
          Fault.of(
              400, JsonRpc.INVALID_REQUEST, "Mcp-Session-Id is missing: initialize first", id));
    }
    return sessions
        .find(named.get(), caller, connection)
        .<SessionLookup>map(Found::new)
        .orElseGet(
            () -> new Missing(Fault.of(404, JsonRpc.SESSION_NOT_FOUND, "Session not found", id)));
  }
}
