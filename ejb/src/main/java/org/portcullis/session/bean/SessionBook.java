package org.portcullis.session.bean;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.portcullis.command.Ids;
import org.portcullis.connection.Connection;
import org.portcullis.connection.ProtocolKind;
import org.portcullis.identity.Caller;
import org.portcullis.identity.CallerId;
import org.portcullis.json.StrictJson;
import org.portcullis.recording.Event;
import org.portcullis.recording.EventKind;
import org.portcullis.recording.GateUnavailable;
import org.portcullis.recording.store.EventTrail;
import org.portcullis.session.Session;
import org.portcullis.session.bean.LiveSessions.Owner;
import org.portcullis.session.store.SessionStore;
import org.portcullis.storage.store.Database;

/** How sessions begin, go on and end. */
final class SessionBook {

  private static final String PREFIX = "S";
  private static final int MOST_IN_MEMORY = 50_000;
  private static final Duration WRITE_LAG = Duration.ofSeconds(45);

  /** Longer than a node may be behind with writing down what it saw. */
  private static final Duration MARGIN = Duration.ofMinutes(2);

  /** Longer than the time between two looks at what other nodes closed, and than any reading. */
  private static final Duration LOOK_BACK = Duration.ofSeconds(30);

  private final Database database;
  private final SessionStore store;
  private final EventTrail trail;
  private final InstantSource clock;
  private final Ids ids;
  private final Duration idle;
  private final Duration abandoned;
  private final LiveSessions live = new LiveSessions(MOST_IN_MEMORY);

  SessionBook(Database database, InstantSource clock, Ids ids, Duration idle, Duration abandoned) {
    this.database = database;
    this.store = new SessionStore(database);
    this.trail = new EventTrail(database);
    this.clock = clock;
    this.ids = ids;
    this.idle = idle;
    this.abandoned = abandoned;
  }

  Session open(Caller caller, Connection connection) {
    Session session = begin(caller, connection);
    database.transact(
        () -> {
          store.add(session);
          trail.append(event(EventKind.SESSION_OPENED, session, session.callerName(), ""));
        });
    live.put(session);
    return session;
  }

  Session establish(Session session, String upstreamId, String version) {
    Session established =
        new Session(
            session.id(),
            session.caller(),
            session.callerName(),
            session.connection(),
            session.protocol(),
            upstreamId,
            version,
            session.startedAt(),
            now(),
            Session.State.OPEN);
    if (!database.inTransaction(() -> store.establish(session.id(), upstreamId, version))) {
      throw new GateUnavailable("a session ended before it was established");
    }
    live.put(established);
    return established;
  }

  Optional<Session> find(String id, Caller caller, Connection connection) {
    return open(id).filter(session -> belongs(session, caller, connection));
  }

  /** Whether a session is this caller's on this connection. */
  static boolean belongs(Session session, Caller caller, Connection connection) {
    return Owner.of(session).equals(Owner.of(caller, connection));
  }

  /** The open session of this id, when memory has it. */
  Optional<Session> remembered(String id) {
    return live.use(id, now());
  }

  /** The session that {@link #current} would continue, when memory has it. */
  Optional<Session> rememberedOf(Caller caller, Connection connection) {
    Instant now = now();
    return live.recent(Owner.of(caller, connection), now.minus(idle), now);
  }

  Session current(Caller caller, Connection connection) {
    Instant now = now();
    Instant since = now.minus(idle);
    return live.current(
        Owner.of(caller, connection), since, now, () -> continued(caller, connection, since));
  }

  boolean isOpen(String id) {
    return open(id).isPresent();
  }

  void end(Session session) {
    close(session, Session.State.ENDED, EventKind.SESSION_ENDED, session.callerName(), "");
  }

  boolean kill(String id, Caller by, String reason) {
    Optional<Session> session = database.inTransaction(() -> store.find(id));
    return session.isPresent()
        && close(session.get(), Session.State.KILLED, EventKind.SESSION_KILLED, by.name(), reason);
  }

  /** Forgets what this or another node closed. */
  void follow() {
    database.inTransaction(() -> store.closedWithin(LOOK_BACK)).forEach(live::remove);
  }

  /** Writes down when sessions were last seen, and ends those that nobody came back to. */
  void tidy() {
    Map<String, Instant> due = live.unwritten(WRITE_LAG);
    if (!due.isEmpty()) {
      database.transact(() -> store.seen(due));
      live.written(due);
    }
    live.trim();
    endUnseen(ProtocolKind.REST, idle);
    endUnseen(ProtocolKind.MCP, abandoned);
  }

  private void endUnseen(ProtocolKind protocol, Duration unseen) {
    Instant since = now().minus(unseen).minus(MARGIN);
    database
        .inTransaction(() -> store.unseenSince(protocol, since))
        .forEach(
            session ->
                close(
                    session,
                    Session.State.ENDED,
                    EventKind.SESSION_ENDED,
                    Event.GATE,
                    "not used for " + unseen));
  }

  private boolean close(
      Session session, Session.State state, EventKind kind, String actor, String reason) {
    boolean closed =
        database.inTransaction(
            done -> done,
            () -> {
              boolean done = store.close(session.id(), state);
              if (done) {
                trail.append(event(kind, session, actor, reason));
              }
              return done;
            });
    live.remove(session.id());
    return closed;
  }

  /** An open session, from memory or, after a restart or on another node, from its row. */
  private Optional<Session> open(String id) {
    Optional<Session> known = remembered(id);
    if (known.isPresent()) {
      return known;
    }
    Optional<Session> stored =
        database
            .inTransaction(() -> store.find(id))
            .filter(session -> session.state() == Session.State.OPEN);
    stored.ifPresent(live::put);
    return stored;
  }

  private Session continued(Caller caller, Connection connection, Instant since) {
    CallerId id = caller.id();
    return database
        .inTransaction(() -> store.lastOf(id, connection, since))
        .orElseGet(() -> open(caller, connection));
  }

  private Session begin(Caller caller, Connection connection) {
    Instant now = now();
    return new Session(
        ids.next(PREFIX),
        caller.id(),
        caller.name(),
        connection.name(),
        connection.protocol(),
        "",
        "",
        now,
        now,
        Session.State.OPEN);
  }

  private Event event(EventKind kind, Session session, String actor, String reason) {
    var detail = StrictJson.object();
    detail.put("protocol", session.protocol().label());
    if (!reason.isEmpty()) {
      detail.put("reason", reason);
    }
    return new Event(
        clock.instant(),
        kind,
        session.id(),
        "",
        actor,
        session.caller().subject(),
        session.caller().client(),
        session.connection(),
        "",
        detail);
  }

  /** As precise as both databases keep it, so that a session reads back as it was written. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
