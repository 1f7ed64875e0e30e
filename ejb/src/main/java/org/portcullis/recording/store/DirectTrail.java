package org.portcullis.recording.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.portcullis.recording.GateUnavailable;

/**
 * Appends to the trail in transactions of its own, on a connection and statements that it keeps:
 * one database takes one batch, so there is nothing for the container's transactions to coordinate,
 * and what stands around them cost as much as the rows. Takes the same numbers as {@link
 * EventTrail}. For one thread at a time.
 */
public final class DirectTrail implements AutoCloseable {

  private static final Logger LOG = System.getLogger(DirectTrail.class.getName());

  private final DataSource source;
  private @Nullable Kept kept;

  /**
   * @param source gives connections that no global transaction has a part in
   */
  public DirectTrail(DataSource source) {
    this.source = source;
  }

  private record Kept(Connection connection, EventInsert insert) {}

  /**
   * Appends rows in their order, in one transaction, and returns when they are durable.
   *
   * @throws GateUnavailable when they are not, with the database's own failure as its cause; the
   *     next attempt takes a new connection
   */
  public void append(List<EventRow> rows) {
    boolean durable = false;
    try {
      Kept now = kept();
      now.insert().insert(rows);
      now.connection().commit();
      durable = true;
    } catch (SQLException e) {
      throw new GateUnavailable("the trail takes no events", e);
    } finally {
      if (!durable) {
        close();
      }
    }
  }

  private Kept kept() throws SQLException {
    Kept now = kept;
    if (now == null) {
      now = open(source.getConnection());
      kept = now;
    }
    return now;
  }

  private static Kept open(Connection connection) throws SQLException {
    boolean usable = false;
    try {
      connection.setAutoCommit(false);
      Kept now = new Kept(connection, new EventInsert(connection));
      usable = true;
      return now;
    } finally {
      if (!usable) {
        connection.close();
      }
    }
  }

  /** Gives the connection back; what was not committed is undone. */
  @Override
  public void close() {
    Kept last = kept;
    kept = null;
    if (last == null) {
      return;
    }
    // Closing the connection closes its statements too.
    try (Connection connection = last.connection()) {
      connection.rollback();
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "the trail's connection did not close in order", e);
    }
  }
}
