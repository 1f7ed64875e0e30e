package org.portcullis.e2e;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The embedded database of a gate that has ended, read without the gate. */
final class GateDatabase implements AutoCloseable {

  /** What Derby says when a database was shut down in order. */
  private static final String SHUT_DOWN = "08006";

  private final String url;
  private final Connection connection;

  private GateDatabase(String url) {
    this.url = url;
    System.setProperty(
        "derby.stream.error.file", Path.of("target", "derby.log").toAbsolutePath().toString());
    try {
      connection = DriverManager.getConnection(url);
    } catch (SQLException e) {
      throw new AssertionError("the database cannot be opened: " + url, e);
    }
  }

  /** Of a gate that was stopped; two processes cannot open one embedded database. */
  static GateDatabase of(GateUnderTest gate) {
    return new GateDatabase("jdbc:derby:" + gate.data().resolve("db/gate"));
  }

  /** Reads one row. */
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Every row of a query. */
  <T> List<T> rows(String sql, Reader<T> reader) {
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<T> read = new ArrayList<>();
      while (rows.next()) {
        read.add(reader.read(rows));
      }
      return read;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
      DriverManager.getConnection(url + ";shutdown=true").close();
    } catch (SQLException e) {
      if (!SHUT_DOWN.equals(e.getSQLState())) {
        throw new AssertionError("the database cannot be closed", e);
      }
    }
  }
}
