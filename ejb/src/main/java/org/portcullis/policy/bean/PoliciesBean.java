package org.portcullis.policy.bean;

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
import java.util.function.Supplier;
import org.portcullis.identity.Caller;
import org.portcullis.policy.ActivePolicy;
import org.portcullis.policy.Policies;
import org.portcullis.policy.store.PolicyStore;
import org.portcullis.storage.bean.ClosesOnFailure;
import org.portcullis.storage.store.Database;

/** The store of policies. */
@Singleton
@Startup
@DependsOn("StorageBean")
@Local(Policies.class)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@Interceptors(ClosesOnFailure.class)
public class PoliciesBean implements Policies {

  @PersistenceUnit(unitName = "gate")
  private EntityManagerFactory units;

  @Resource private UserTransaction transaction;

  private Database database;
  private PolicyStore store;
  private PolicyBook book;

  @PostConstruct
  void start() {
    database = Database.inContainer(units, transaction);
    store = new PolicyStore(database);
    book = new PolicyBook(database, InstantSource.system());
    book.follow();
  }

  /** Other nodes' versions become active here within a second. */
  @Schedule(hour = "*", minute = "*", second = "*/1", persistent = false)
  void follow() {
    book.follow();
  }

  @Override
  public ActivePolicy active() {
    return book.active();
  }

  @Override
  public Supplier<ActivePolicy> liveActive() {
    return book::active;
  }

  @Override
  public Optional<Version> current() {
    int number = book.active().number();
    return number == 0 ? Optional.empty() : find(number);
  }

  @Override
  public Optional<Version> find(int number) {
    return database.inTransaction(() -> store.find(number));
  }

  @Override
  public List<Version> history(int limit) {
    return database.inTransaction(() -> store.history(limit));
  }

  @Override
  public Put put(String text, Optional<Integer> expected, Caller by) {
    return book.put(text, expected, by);
  }
}
