package org.portcullis.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.connection.Connection;
import org.portcullis.identity.Caller;
import org.portcullis.recording.GateUnavailable;
import org.portcullis.session.Session;
import org.portcullis.session.Sessions;

/** Sessions in memory. */
public final class FakeSessions implements Sessions {

  public final List<String> ended = new ArrayList<>();
  public boolean fails;
  private final Map<String, Session> open = new LinkedHashMap<>();

  @Override
  public Session open(Caller caller, Connection connection) {
    if (fails) {
      throw new GateUnavailable("broken on purpose");
    }
    Session session = session("S-" + (open.size() + ended.size() + 1), caller, connection, "", "");
    open.put(session.id(), session);
    return session;
  }

  @Override
  public Session establish(Session session, String upstreamId, String version) {
    Session known =
        new Session(
            session.id(),
            session.caller(),
            session.callerName(),
            session.connection(),
            session.protocol(),
            upstreamId,
            version,
            session.startedAt(),
            session.lastAt(),
            session.state());
    open.put(known.id(), known);
    return known;
  }

  @Override
  public Optional<Session> find(String id, Caller caller, Connection connection) {
    return Optional.ofNullable(open.get(id))
        .filter(session -> session.caller().equals(caller.id()))
        .filter(session -> session.connection().equals(connection.name()));
  }

  @Override
  public Session current(Caller caller, Connection connection) {
    return open.values().stream()
        .filter(session -> find(session.id(), caller, connection).isPresent())
        .findFirst()
        .orElseGet(() -> open(caller, connection));
  }

  @Override
  public void end(Session session) {
    if (open.remove(session.id()) != null) {
      ended.add(session.id());
    }
  }

  @Override
  public boolean isOpen(String id) {
    return open.containsKey(id);
  }

  /** The ids of the sessions that are open. */
  public List<String> open() {
    return List.copyOf(open.keySet());
  }

  private static Session session(
      String id, Caller caller, Connection connection, String upstreamId, String version) {
    return new Session(
        id,
        caller.id(),
        caller.name(),
        connection.name(),
        connection.protocol(),
        upstreamId,
        version,
        TestGate.NOW,
        TestGate.NOW,
        Session.State.OPEN);
  }
}
