package org.portcullis.session.bean;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Local;
import jakarta.ejb.Schedule;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import jakarta.transaction.UserTransaction;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.portcullis.command.Ids;
import org.portcullis.connection.Connection;
import org.portcullis.identity.Caller;
import org.portcullis.session.Session;
import org.portcullis.session.SessionDesk;
import org.portcullis.session.Sessions;
import org.portcullis.session.store.SessionSearch;
import org.portcullis.storage.bean.ClosesOnFailure;
import org.portcullis.storage.bean.GateSettings;
import org.portcullis.storage.store.Database;

/** The store of sessions. */
@Singleton
@Startup
@DependsOn("StorageBean")
@Local({Sessions.class, SessionDesk.class})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@Interceptors(ClosesOnFailure.class)
public class SessionsBean implements Sessions, SessionDesk {

  @PersistenceUnit(unitName = "gate")
  private EntityManagerFactory units;

  @Resource private UserTransaction transaction;
  @Resource private SessionContext context;

  private Database database;
  private SessionSearch search;
  private SessionBook book;
  private Sessions remembered;

  @PostConstruct
  void start() {
    GateSettings settings = GateSettings.checked(ConfigProvider.getConfig());
    database = Database.inContainer(units, transaction);
    search = new SessionSearch(database);
    book =
        new SessionBook(
            database,
            InstantSource.system(),
            Ids.random(),
            settings.sessionIdle(),
            settings.sessionAbandoned());
    remembered = new RememberedSessions(book, context.getBusinessObject(Sessions.class));
  }

  /** What another node killed is forgotten here within two seconds. */
  @Schedule(hour = "*", minute = "*", second = "*/1", persistent = false)
  void follow() {
    book.follow();
  }

  @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
  void tidy() {
    book.tidy();
  }

  @Override
  public Sessions live() {
    return remembered;
  }

  @Override
  public Session open(Caller caller, Connection connection) {
    return book.open(caller, connection);
  }

  @Override
  public Session establish(Session session, String upstreamId, String version) {
    return book.establish(session, upstreamId, version);
  }

  @Override
  public Optional<Session> find(String id, Caller caller, Connection connection) {
    return book.find(id, caller, connection);
  }

  @Override
  public Session current(Caller caller, Connection connection) {
    return book.current(caller, connection);
  }

  @Override
  public void end(Session session) {
    book.end(session);
  }

  @Override
  public boolean isOpen(String id) {
    return book.isOpen(id);
  }

  @Override
  public List<Summary> search(Query query) {
    return database.inTransaction(() -> search.search(query));
  }

  @Override
  public Optional<Summary> find(String id) {
    return database.inTransaction(() -> search.find(id));
  }

  @Override
  public boolean kill(String id, Caller by, String reason) {
    return book.kill(id, by, reason);
  }
}
