package org.portcullis.storage.store;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;

/**
 * A database of its own in memory, migrated and validated, without a container. One at a time: the
 * persistence unit, which is slow to start, is shared and looks at the latest one.
 */
public final class TestDatabase implements AutoCloseable {

  /** What all databases share. */
  static final class Shared {

    private static final String TEMPLATE = "template";
    private static final EmbeddedDataSource SOURCE = new EmbeddedDataSource();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Path BACKUP = backup();
    private static final Database DATABASE = start();

    private Shared() {}

    /** Migrating takes a while, restoring a copy does not. */
    private static Path backup() {
      SOURCE.setDatabaseName("memory:" + TEMPLATE);
      SOURCE.setCreateDatabase("create");
      new Schema(SOURCE).migrate();
      SOURCE.setCreateDatabase(null);
      try (Connection connection = SOURCE.getConnection();
          Statement statement = connection.createStatement()) {
        Path folder = Files.createTempDirectory(Path.of("target"), "derby");
        statement.execute("CALL SYSCS_UTIL.SYSCS_BACKUP_DATABASE('" + folder + "')");
        return folder.resolve(TEMPLATE);
      } catch (SQLException | IOException e) {
        throw new IllegalStateException(e.getMessage(), e);
      }
    }

    private static Database start() {
      next();
      Map<String, Object> settings = new HashMap<>();
      settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
      settings.put("jakarta.persistence.jtaDataSource", SOURCE);
      settings.put("jakarta.persistence.nonJtaDataSource", SOURCE);
      EntityManagerFactory units = Persistence.createEntityManagerFactory("gate", settings);
      new Schema(SOURCE).validate(units);
      return Database.standalone(units);
    }

    static void next() {
      SOURCE.setDatabaseName("memory:gate" + COUNT.incrementAndGet());
      SOURCE.setConnectionAttributes("createFrom=" + BACKUP);
      try (Connection connection = SOURCE.getConnection()) {
        connection.setReadOnly(false);
      } catch (SQLException e) {
        throw new IllegalStateException(e.getMessage(), e);
      }
      SOURCE.setConnectionAttributes(null);
    }
  }

  private final Database database = Shared.DATABASE;

  public TestDatabase() {
    Shared.next();
  }

  public Database database() {
    return database;
  }

  public DataSource source() {
    return Shared.SOURCE;
  }

  /** Runs statements by hand, for example to set times. */
  public void execute(String... statements) {
    try (Connection connection = Shared.SOURCE.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** The first column of the first row as text. */
  public String text(String sql) {
    return read(sql, row -> row.getString(1));
  }

  /** The first column of the first row as bytes. */
  public byte[] bytes(String sql) {
    return read(sql, row -> row.getBytes(1));
  }

  /** The first column of the first row as a number. */
  public long count(String sql) {
    return read(sql, row -> row.getLong(1));
  }

  @FunctionalInterface
  private interface Column<T> {
    T of(ResultSet row) throws SQLException;
  }

  private static <T> T read(String sql, Column<T> column) {
    try (Connection connection = Shared.SOURCE.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return column.of(rows);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    Shared.SOURCE.setConnectionAttributes("drop=true");
    try (Connection connection = Shared.SOURCE.getConnection()) {
      throw new IllegalStateException("dropped: not, but " + connection);
    } catch (SQLException e) {
      // Derby says by an exception that the database is dropped.
      if (!"08006".equals(e.getSQLState())) {
        throw new IllegalStateException(e.getMessage(), e);
      }
    }
  }
}
