package org.portcullis.recording.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import org.portcullis.storage.store.Counter;

/**
 * Inserts rows into the trail on one connection. Plain JDBC batches instead of entities: an event
 * costs one insert and nothing else, and the writer is the one place through which every call
 * passes. Bound to its connection and, like it, for one thread.
 */
final class EventInsert implements AutoCloseable {

  private static final String INSERT =
      "INSERT INTO event (number, happened_at, kind, session_id, exchange_id, actor, subject,"
          + " client, connection_name, decision, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final Counter numbers;
  private final PreparedStatement insert;
  private final Calendar utc = Calendar.getInstance(TimeZone.getTimeZone("UTC"));

  @SuppressWarnings("resource") // closed with this, or by whoever closes the connection
  EventInsert(Connection connection) throws SQLException {
    this.numbers = new Counter(connection, "event");
    this.insert = connection.prepareStatement(INSERT);
  }

  /** Inserts rows in their order, with the next numbers; does not commit. */
  void insert(List<EventRow> rows) throws SQLException {
    long number = numbers.take(rows.size());
    for (EventRow row : rows) {
      bind(number++, row);
      if (rows.size() == 1) {
        insert.executeUpdate();
        return;
      }
      insert.addBatch();
    }
    insert.executeBatch();
  }

  private void bind(long number, EventRow row) throws SQLException {
    int i = 1;
    insert.setLong(i++, number);
    insert.setTimestamp(i++, row.at(), utc);
    insert.setString(i++, row.kind());
    insert.setString(i++, row.session());
    insert.setString(i++, row.exchange());
    insert.setString(i++, row.actor());
    insert.setString(i++, row.subject());
    insert.setString(i++, row.client());
    insert.setString(i++, row.connection());
    insert.setString(i++, row.decision());
    insert.setBytes(i, row.detail());
  }

  @Override
  public void close() throws SQLException {
    try (numbers;
        insert) {
      // Both are closed, also when the first of them fails.
    }
  }
}
