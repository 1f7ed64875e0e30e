package org.portcullis.connection.bean;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Local;
import jakarta.ejb.Schedule;
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
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;
import org.portcullis.connection.Connection;
import org.portcullis.connection.Connections;
import org.portcullis.identity.Caller;
import org.portcullis.storage.bean.ClosesOnFailure;
import org.portcullis.storage.bean.GateSettings;
import org.portcullis.storage.store.Database;
import org.portcullis.storage.store.SecretBox;

/** The store of connections. */
@Singleton
@Startup
@DependsOn("StorageBean")
@Local(Connections.class)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@Interceptors(ClosesOnFailure.class)
public class ConnectionsBean implements Connections {

  @PersistenceUnit(unitName = "gate")
  private EntityManagerFactory units;

  @Resource private UserTransaction transaction;

  private ConnectionBook book;

  @PostConstruct
  void start() {
    GateSettings settings = GateSettings.checked(ConfigProvider.getConfig());
    book =
        new ConnectionBook(
            Database.inContainer(units, transaction),
            SecretBox.withKeysIn(settings.keyFile()),
            InstantSource.system());
    book.follow();
  }

  /** Other nodes' changes are known here within a second. */
  @Schedule(hour = "*", minute = "*", second = "*/1", persistent = false)
  void follow() {
    book.follow();
  }

  @Override
  public Optional<Connection> find(String name) {
    return book.find(name);
  }

  @Override
  public Function<String, Optional<Connection>> liveFind() {
    return book::find;
  }

  @Override
  public List<Connection> all() {
    return book.all();
  }

  @Override
  public boolean put(Connection connection, Caller by) {
    return book.put(connection, by);
  }

  @Override
  public boolean remove(String name, Caller by) {
    return book.remove(name, by);
  }
}
