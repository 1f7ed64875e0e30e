package org.portcullis.demo.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** The desk's own database: Derby in memory, filled with invented customers, gone at the end. */
final class CustomerDatabase implements AutoCloseable {
  private static final AtomicInteger NEXT = new AtomicInteger();

  /** A semicolon that ends its line. */
  private static final Pattern BETWEEN_COMMANDS = Pattern.compile(";\\s*(\\R|$)");

  /** Derby's state for "a database was dropped as asked". */
  private static final String DROPPED = "08006";

  private final String url;

  private CustomerDatabase(String url) {
    this.url = url;
  }

  /**
   * Creates and fills a new database, apart from any other in this process.
   *
   * @throws IllegalStateException if Derby refuses
   */
  static CustomerDatabase create() {
    keepLogOutOfWorkingFolder();
    CustomerDatabase database =
        new CustomerDatabase("jdbc:derby:memory:desk-" + NEXT.incrementAndGet());
    try (Connection connection = DriverManager.getConnection(database.url + ";create=true");
        Statement statement = connection.createStatement()) {
      for (String command : BETWEEN_COMMANDS.splitAsStream(script("schema.sql")).toList()) {
        statement.executeUpdate(command);
      }
      return database;
    } catch (SQLException e) {
      throw new IllegalStateException("the customers database: " + e.getMessage(), e);
    }
  }

  private static void keepLogOutOfWorkingFolder() {
    if (System.getProperty("derby.stream.error.file") != null) {
      return;
    }
    try {
      Path log = Files.createTempFile("desk-derby-", ".log");
      log.toFile().deleteOnExit();
      System.setProperty("derby.stream.error.file", log.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary file for Derby's log", e);
    }
  }

  private static String script(String name) {
    try (InputStream in = CustomerDatabase.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** A new connection that commits each statement by itself. The caller closes it. */
  Connection connect() throws SQLException {
    return DriverManager.getConnection(url);
  }

  @Override
  public void close() {
    try {
      DriverManager.getConnection(url + ";drop=true").close();
    } catch (SQLException e) {
      // Derby reports success as this exception; anything else means that it was gone already.
      if (!DROPPED.equals(e.getSQLState())) {
        System.getLogger(CustomerDatabase.class.getName())
            .log(System.Logger.Level.DEBUG, "the customers database was already gone");
      }
    }
  }
}
