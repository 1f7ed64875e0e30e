package org.portcullis.recording.store;

import java.util.Arrays;
import java.util.List;
import org.hibernate.Session;
import org.portcullis.recording.Event;
import org.portcullis.storage.store.Database;

/**
 * Appends to the trail in the running transaction. Numbers come from a counter row that stays
 * locked until the commit, so they grow one by one in the order of commit, on any number of nodes
 * and over restarts, and a rollback leaves no gap. Append last in a transaction: whoever else
 * appends waits from here on.
 */
public final class EventTrail {

  private final Database database;

  public EventTrail(Database database) {
    this.database = database;
  }

  /** Appends events that belong to this transaction's other work. */
  public void append(Event... events) {
    append(Arrays.stream(events).map(EventRow::of).toList());
  }

  private void append(List<EventRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    database
        .entities()
        .unwrap(Session.class)
        .doWork(
            connection -> {
              try (EventInsert insert = new EventInsert(connection)) {
                insert.insert(rows);
              }
            });
  }
}
