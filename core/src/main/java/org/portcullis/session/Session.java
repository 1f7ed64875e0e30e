package org.portcullis.session;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.portcullis.connection.ProtocolKind;
import org.portcullis.identity.CallerId;

/**
 * A session as the gate knows it.
 *
 * @param id the gate's own id; for MCP also the value of {@code Mcp-Session-Id} towards the client
 * @param caller whom it is bound to
 * @param callerName how people know the human
 * @param connection the name of the connection it is bound to
 * @param protocol what it speaks
 * @param upstreamId the upstream's own session id; empty when it gave none
 * @param version the negotiated protocol version; empty before it is known and for REST
 * @param startedAt when it began
 * @param lastAt when its last exchange was seen; at most a minute behind
 * @param state where it stands
 */
public record Session(
    String id,
    CallerId caller,
    String callerName,
    String connection,
    ProtocolKind protocol,
    String upstreamId,
    String version,
    Instant startedAt,
    Instant lastAt,
    State state) {

  /** Only an open session carries exchanges. */
  public enum State {
    OPEN,
    ENDED,
    KILLED
  }

  public Session {
    requireNonNull(id, "id");
    requireNonNull(caller, "caller");
    requireNonNull(callerName, "callerName");
    requireNonNull(connection, "connection");
    requireNonNull(protocol, "protocol");
    requireNonNull(upstreamId, "upstreamId");
    requireNonNull(version, "version");
    requireNonNull(startedAt, "startedAt");
    requireNonNull(lastAt, "lastAt");
    requireNonNull(state, "state");
  }
}
