package org.portcullis.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A real PostgreSQL on a free port of the loopback interface, started on first use and ended with
 * the test run. It refuses to run as root; where the tests do, it runs in a user namespace of its
 * own.
 */
public final class Postgres {

  private static final String MISSING =
      "PostgreSQL is needed to hold SQL against it and did not start: it needs Linux or macOS, and"
          + " an ordinary user, or root where `unshare -U id` works";

  private final int port;

  private Postgres(int port) {
    this.port = port;
  }

  /** The server that all tests of a run share. */
  public static Postgres required() {
    return Shared.SERVER;
  }

  /** The port it listens on. */
  public int port() {
    return port;
  }

  /** Makes an empty database of this name. */
  public void create(String database) throws SQLException {
    try (Connection connection = connect("postgres", "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE \"" + database + "\"");
    }
  }

  /** A connection; the parameters are those of the driver, for example {@code &loginTimeout=5}. */
  public Connection connect(String database, String user, String parameters) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:" + port + "/" + database + "?user=" + user + parameters);
  }

  private static final class Shared {

    static final Postgres SERVER = start();

    private static Postgres start() {
      try {
        return new Postgres(EmbeddedPostgres.start().getPort());
      } catch (IOException | IllegalStateException | ExceptionInInitializerError e) {
        throw new AssertionError(MISSING, e);
      }
    }
  }
}
