package org.portcullis.storage.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.portcullis.recording.GateUnavailable;

/**
 * Numbers without gaps. The counter's row is locked from the first number taken to the end of the
 * transaction, and a rollback gives the numbers back. Bound to one connection and, like it, for one
 * thread.
 */
public final class Counter implements AutoCloseable {

  private static final String ADD = "UPDATE counter SET last_value = last_value + ? WHERE name = ?";
  private static final String LAST = "SELECT last_value FROM counter WHERE name = ?";

  private final String name;
  private final PreparedStatement add;
  private final PreparedStatement last;

  /** The counter of this name; its statements are kept until it is closed. */
  @SuppressWarnings("resource") // closed with the counter, or by whoever closes the connection
  public Counter(Connection connection, String name) throws SQLException {
    this.name = name;
    this.add = connection.prepareStatement(ADD);
    this.last = connection.prepareStatement(LAST);
  }

  /**
   * Takes numbers and returns the first of them.
   *
   * @throws GateUnavailable when there is no such counter
   */
  public long take(int howMany) throws SQLException {
    add.setInt(1, howMany);
    add.setString(2, name);
    if (add.executeUpdate() != 1) {
      throw new GateUnavailable("the counter " + name + " is missing");
    }
    return last() - howMany + 1;
  }

  /** The last number that was taken. */
  public long last() throws SQLException {
    last.setString(1, name);
    try (ResultSet rows = last.executeQuery()) {
      if (!rows.next()) {
        throw new GateUnavailable("the counter " + name + " is missing");
      }
      return rows.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    try (add;
        last) {
      // Both are closed, also when the first of them fails.
    }
  }
}
