package org.portcullis.storage.store;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Calendar;
import java.util.TimeZone;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import org.portcullis.recording.GateUnavailable;

/**
 * Runs the work of stores in transactions. Stores that share one instance work in the same
 * transaction. Safe for use by many threads; a transaction belongs to its thread.
 */
public final class Database {

  private static final String CLOCK = "SELECT CURRENT_TIMESTAMP FROM counter WHERE name = 'event'";

  /** A thread is in one transaction at most, of whichever instance. */
  private static final ThreadLocal<EntityManager> CURRENT = new ThreadLocal<>();

  private final EntityManagerFactory units;
  private final Transactions transactions;

  private Database(EntityManagerFactory units, Transactions transactions) {
    this.units = requireNonNull(units, "units");
    this.transactions = requireNonNull(transactions, "transactions");
  }

  /** Work in the container's transactions. */
  public static Database inContainer(EntityManagerFactory units, UserTransaction transaction) {
    return new Database(units, new JtaTransactions(transaction));
  }

  /** Work in the database's own transactions, without a container. */
  public static Database standalone(EntityManagerFactory units) {
    return new Database(units, new LocalTransactions());
  }

  /**
   * Does the work in one new transaction and commits it.
   *
   * @throws jakarta.persistence.PersistenceException when a statement fails; nothing is stored
   * @throws GateUnavailable when the transaction does not commit
   */
  public <T> T inTransaction(Supplier<T> work) {
    return inTransaction(result -> true, work);
  }

  /** Does the work in one new transaction and commits it only when its result is worth keeping. */
  public <T> T inTransaction(Predicate<T> worthKeeping, Supplier<T> work) {
    if (CURRENT.get() != null) {
      throw new IllegalStateException("transaction: there is one already (expected: none)");
    }
    EntityManager entities = transactions.begin(units);
    CURRENT.set(entities);
    boolean kept = false;
    try {
      T result = work.get();
      if (worthKeeping.test(result)) {
        entities.flush();
        transactions.commit(entities);
        kept = true;
      }
      return result;
    } finally {
      CURRENT.remove();
      if (!kept) {
        transactions.rollBack(entities);
      }
      entities.close();
    }
  }

  /** Like {@link #inTransaction(Supplier)}, for work without a result. */
  public void transact(Runnable work) {
    inTransaction(
        () -> {
          work.run();
          return true;
        });
  }

  /** The entity manager of this thread's transaction; for stores only. */
  public EntityManager entities() {
    EntityManager entities = CURRENT.get();
    if (entities == null) {
      throw new IllegalStateException("transaction: none (expected: one on this thread)");
    }
    return entities;
  }

  /**
   * Runs one statement in native SQL that both databases understand.
   *
   * @return how many rows it changed
   */
  public int update(String sql, Object... parameters) {
    var query = entities().createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    return query.executeUpdate();
  }

  /** The database's time: what every end is judged by, so that nodes need not agree on theirs. */
  public Instant now() {
    return entities()
        .unwrap(Session.class)
        .doReturningWork(
            connection -> {
              try (var statement = connection.prepareStatement(CLOCK);
                  var rows = statement.executeQuery()) {
                rows.next();
                Calendar utc = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
                return rows.getTimestamp(1, utc).toInstant();
              }
            });
  }

  /** Takes numbers of a counter, without gaps. The counter is locked until the transaction ends. */
  public long take(String counter, int howMany) {
    return counted(counter, numbers -> numbers.take(howMany));
  }

  /** The last number that a counter gave. */
  public long last(String counter) {
    return counted(counter, Counter::last);
  }

  private long counted(String counter, CounterWork work) {
    return entities()
        .unwrap(Session.class)
        .doReturningWork(
            connection -> {
              try (Counter numbers = new Counter(connection, counter)) {
                return work.on(numbers);
              }
            });
  }

  private interface CounterWork {

    long on(Counter counter) throws SQLException;
  }

  /** Whether a failure says that a row of this key is there already. */
  public static boolean isDuplicate(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConstraintViolationException) {
        return true;
      }
    }
    return false;
  }
}
