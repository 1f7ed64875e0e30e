package org.portcullis.session.bean;

import java.util.Optional;
import org.portcullis.connection.Connection;
import org.portcullis.identity.Caller;
import org.portcullis.session.Session;
import org.portcullis.session.Sessions;

/**
 * Answers from memory, on the thread that asks. What memory does not know is asked of the bean,
 * because a transaction can be begun only within a call of it.
 */
final class RememberedSessions implements Sessions {

  private final SessionBook book;
  private final Sessions bean;

  RememberedSessions(SessionBook book, Sessions bean) {
    this.book = book;
    this.bean = bean;
  }

  @Override
  public Session open(Caller caller, Connection connection) {
    return bean.open(caller, connection);
  }

  @Override
  public Session establish(Session session, String upstreamId, String version) {
    return bean.establish(session, upstreamId, version);
  }

  @Override
  public Optional<Session> find(String id, Caller caller, Connection connection) {
    Optional<Session> known = book.remembered(id);
    return known.isPresent()
        ? known.filter(session -> SessionBook.belongs(session, caller, connection))
        : bean.find(id, caller, connection);
  }

  @Override
  public Session current(Caller caller, Connection connection) {
    return book.rememberedOf(caller, connection).orElseGet(() -> bean.current(caller, connection));
  }

  @Override
  public void end(Session session) {
    bean.end(session);
  }

  @Override
  public boolean isOpen(String id) {
    return book.remembered(id).isPresent() || bean.isOpen(id);
  }
}
