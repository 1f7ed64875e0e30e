package org.portcullis.container;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The gate's tables, beside its beans: what another connection sees is what was committed. */
final class Tables {

  private static final String LOCK = "UPDATE counter SET last_value = last_value WHERE name = ?";

  private final DataSource source;

  /**
   * @param source {@code jdbc/gate}
   */
  Tables(DataSource source) {
    this.source = source;
  }

  /** Runs a statement; how many rows it changed. */
  int execute(String sql, Object... parameters) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** The first column of a query, as texts. */
  List<String> texts(String sql, Object... parameters) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      List<String> texts = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          texts.add(rows.getString(1));
        }
      }
      return texts;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** The one number that a query gives. */
  long number(String sql, Object... parameters) {
    return Long.parseLong(texts(sql, parameters).get(0));
  }

  /** From now on the database takes no event of this actor, until it is closed. */
  Fault refusingEventsOf(String actor) {
    // Not by breaking a constraint: for that the gate has an explanation.
    execute(
        "CREATE TRIGGER refused AFTER INSERT ON event REFERENCING NEW AS line FOR EACH ROW"
            + " WHEN (line.actor = '%s')".formatted(actor)
            + " INSERT INTO event_guard (touched) VALUES (1 / (line.number - line.number))");
    return () -> execute("DROP TRIGGER refused");
  }

  /** Notes, until it is closed, each group of events in the table {@code written_group}. */
  Fault countingGroups() {
    execute("CREATE TABLE written_group (last_number BIGINT NOT NULL)");
    execute(
        "CREATE TRIGGER noted AFTER UPDATE ON counter REFERENCING NEW AS step FOR EACH ROW"
            + " WHEN (step.name = 'event')"
            + " INSERT INTO written_group (last_number) VALUES (step.last_value)");
    return () -> {
      execute("DROP TRIGGER noted");
      execute("DROP TABLE written_group");
    };
  }

  /** From now on the database takes no event at all: whoever writes one waits, until closed. */
  Fault holdingEveryEvent() {
    try {
      Connection connection = source.getConnection();
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
        bind(statement, "event");
        statement.executeUpdate();
      }
      return () -> release(connection);
    } catch (SQLException e) {
      throw new AssertionError(LOCK, e);
    }
  }

  /** Something that is not as usual until it is closed. */
  interface Fault extends AutoCloseable {
    @Override
    void close();
  }

  private static void release(Connection connection) {
    try (connection) {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw new AssertionError("a lock that stays", e);
    }
  }

  private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }
}
