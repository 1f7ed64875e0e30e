package org.portcullis.session.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.connection.Connection;
import org.portcullis.connection.ProtocolKind;
import org.portcullis.identity.CallerId;
import org.portcullis.session.Session;
import org.portcullis.storage.store.Database;

/** Sessions in the running transaction. */
public final class SessionStore {

  private static final String CLOSE =
      "UPDATE gate_session SET prior_state = state, state = ?, ended_at = CURRENT_TIMESTAMP"
          + " WHERE id = ? AND state = 'OPEN'";
  private static final String ESTABLISH =
      "UPDATE gate_session SET upstream_id = ?, protocol_version = ?"
          + " WHERE id = ? AND state = 'OPEN'";
  private static final String SEEN =
      "UPDATE gate_session SET last_at = ? WHERE id = ? AND state = 'OPEN' AND last_at < ?";
  private static final int BATCH = 500;

  private final Database database;

  public SessionStore(Database database) {
    this.database = database;
  }

  /** Adds a session that begins. */
  public void add(Session session) {
    database.entities().persist(new SessionEntity(session));
    database.entities().flush();
  }

  /** A session in any state. */
  public Optional<Session> find(String id) {
    return Optional.ofNullable(database.entities().find(SessionEntity.class, id))
        .map(SessionEntity::session);
  }

  /** The open session of this caller on this connection that was seen last, not before a time. */
  public Optional<Session> lastOf(CallerId caller, Connection connection, Instant since) {
    return database
        .entities()
        .createQuery(
            "select s from SessionEntity s where s.subject = :subject and s.issuer = :issuer"
                + " and s.client = :client and s.connectionName = :connection"
                + " and s.protocol = :protocol and s.state = 'OPEN' and s.lastAt >= :since order by s.lastAt desc",
            SessionEntity.class)
        .setParameter("subject", caller.subject())
        .setParameter("issuer", caller.issuer())
        .setParameter("client", caller.client())
        .setParameter("connection", connection.name())
        .setParameter("protocol", connection.protocol().name())
        .setParameter("since", since)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(SessionEntity::session)
        // Derby takes texts for equal that differ in trailing blanks only (ISO/IEC 9075, PAD
        // SPACE).
        .filter(session -> session.caller().equals(caller));
  }

  /** Notes what the upstream said; false when the session is not open any more. */
  public boolean establish(String id, String upstreamId, String version) {
    return database.update(ESTABLISH, upstreamId, version, id) == 1;
  }

  /** Ends or kills an open session; false when it is not open. */
  public boolean close(String id, Session.State state) {
    return database.update(CLOSE, state.name(), id) == 1;
  }

  /** Notes when sessions were last seen. */
  public void seen(Map<String, Instant> lastAt) {
    lastAt.forEach((id, at) -> database.update(SEEN, at, id, at));
  }

  /** Ids of sessions that were closed within the last while, by any node. */
  public List<String> closedWithin(Duration while_) {
    return database
        .entities()
        .createQuery("select s.id from SessionEntity s where s.endedAt >= :since", String.class)
        .setParameter("since", database.now().minus(while_))
        .getResultList();
  }

  /**
   * Open sessions of a protocol that were not seen since a time, not more than can be ended now.
   */
  public List<Session> unseenSince(ProtocolKind protocol, Instant since) {
    return database
        .entities()
        .createQuery(
            "select s from SessionEntity s where s.state = 'OPEN' and s.protocol = :protocol"
                + " and s.lastAt < :since order by s.lastAt",
            SessionEntity.class)
        .setParameter("protocol", protocol.name())
        .setParameter("since", since)
        .setMaxResults(BATCH)
        .getResultStream()
        .map(SessionEntity::session)
        .toList();
  }
}
