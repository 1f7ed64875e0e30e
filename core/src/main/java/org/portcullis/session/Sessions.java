package org.portcullis.session;

import java.util.Optional;
import org.portcullis.connection.Connection;
import org.portcullis.identity.Caller;

/**
 * The store of sessions as the data path needs it. Open sessions are answered from memory; safe for
 * use by many threads. A failing store throws {@link org.portcullis.recording.GateUnavailable}.
 */
public interface Sessions {

  /** Opens a session for a caller on a connection; it is durable when this returns. */
  Session open(Caller caller, Connection connection);

  /** Stores what the upstream said about a session that was just opened. */
  Session establish(Session session, String upstreamId, String version);

  /**
   * The open session of this id when it belongs to this caller and this connection; otherwise
   * empty, whatever the reason.
   */
  Optional<Session> find(String id, Caller caller, Connection connection);

  /**
   * The session that a protocol without session ids continues: the caller's last one on the
   * connection when it was used within the idle time, otherwise a new one.
   */
  Session current(Caller caller, Connection connection);

  /** Ends an open session: its caller is done with it, or it never came to be. */
  void end(Session session);

  /** Whether a session is still open; asked before each event of a stream. Answered from memory. */
  boolean isOpen(String id);

  /**
   * The same store, without what stands around it as long as memory has the answer: for the data
   * path, which asks at every call.
   */
  default Sessions live() {
    return this;
  }
}
