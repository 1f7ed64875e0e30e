package org.portcullis.storage.store;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;

/** A database of its own in memory, migrated and validated, without a container. */
public final class TestDatabase implements AutoCloseable {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final EmbeddedDataSource source = new EmbeddedDataSource();
  private final EntityManagerFactory units;
  private final Database database;

  public TestDatabase() {
    source.setDatabaseName("memory:gate" + COUNT.incrementAndGet());
    source.setCreateDatabase("create");
    Schema schema = new Schema(source);
    schema.migrate();
    Map<String, Object> settings = new HashMap<>();
    settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
    settings.put("jakarta.persistence.jtaDataSource", source);
    settings.put("jakarta.persistence.nonJtaDataSource", source);
    units = Persistence.createEntityManagerFactory("gate", settings);
    schema.validate(units);
    database = Database.standalone(units);
  }

  public Database database() {
    return database;
  }

  public DataSource source() {
    return source;
  }

  /** Runs statements by hand, for example to set times. */
  public void execute(String... statements) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** The first column of the first row. */
  public Object value(String sql) {
    return database.inTransaction(
        () -> database.entities().createNativeQuery(sql).getResultList().get(0));
  }

  public long count(String sql) {
    return ((Number) value(sql)).longValue();
  }

  @Override
  public void close() {
    units.close();
    source.setCreateDatabase(null);
    source.setConnectionAttributes("drop=true");
    try {
      source.getConnection().close();
    } catch (SQLException e) {
      // Derby says by an exception that the database is dropped.
      if (!"08006".equals(e.getSQLState())) {
        throw new IllegalStateException(e.getMessage(), e);
      }
    }
  }
}
