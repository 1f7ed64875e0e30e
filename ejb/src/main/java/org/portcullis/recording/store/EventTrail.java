package org.portcullis.recording.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import org.hibernate.Session;
import org.portcullis.recording.Event;
import org.portcullis.storage.store.Database;

/**
 * Appends to the trail in the running transaction. Numbers come from a counter row that stays
 * locked until the commit, so they grow one by one in the order of commit, on any number of nodes
 * and over restarts, and a rollback leaves no gap. Append last in a transaction: whoever else
 * appends waits from here on.
 *
 * <p>Plain JDBC batches instead of entities: an event costs one insert and nothing else, and the
 * writer is the one place through which every call passes.
 */
public final class EventTrail {

  private static final String INSERT =
      "INSERT INTO event (number, happened_at, kind, session_id, exchange_id, actor, subject,"
          + " client, connection_name, decision, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final Database database;

  public EventTrail(Database database) {
    this.database = database;
  }

  /** Appends events that belong to this transaction's other work. */
  public void append(Event... events) {
    append(Arrays.stream(events).map(EventRow::of).toList());
  }

  /** Appends rows in their order. */
  public void append(List<EventRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    long first = database.take("event", rows.size());
    database.entities().unwrap(Session.class).doWork(connection -> insert(connection, rows, first));
  }

  private static void insert(Connection connection, List<EventRow> rows, long first)
      throws SQLException {
    Calendar utc = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      long number = first;
      for (EventRow row : rows) {
        bind(statement, number++, row, utc);
        if (rows.size() == 1) {
          statement.executeUpdate();
          return;
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void bind(PreparedStatement statement, long number, EventRow row, Calendar utc)
      throws SQLException {
    int i = 1;
    statement.setLong(i++, number);
    statement.setTimestamp(i++, row.at(), utc);
    statement.setString(i++, row.kind());
    statement.setString(i++, row.session());
    statement.setString(i++, row.exchange());
    statement.setString(i++, row.actor());
    statement.setString(i++, row.subject());
    statement.setString(i++, row.client());
    statement.setString(i++, row.connection());
    statement.setString(i++, row.decision());
    statement.setBytes(i, row.detail());
  }
}
