package org.portcullis.connection.bean;

import jakarta.persistence.PersistenceException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.portcullis.connection.Connection;
import org.portcullis.connection.store.ConnectionStore;
import org.portcullis.identity.Caller;
import org.portcullis.json.StrictJson;
import org.portcullis.recording.Event;
import org.portcullis.recording.EventKind;
import org.portcullis.recording.store.EventTrail;
import org.portcullis.storage.store.Database;
import org.portcullis.storage.store.SecretBox;

/** Every connection in memory, and how they change. */
final class ConnectionBook {

  private final Database database;
  private final ConnectionStore store;
  private final EventTrail trail;
  private final InstantSource clock;
  private final AtomicReference<Page> page = new AtomicReference<>(new Page(-1, List.of()));

  ConnectionBook(Database database, SecretBox box, InstantSource clock) {
    this.database = database;
    this.store = new ConnectionStore(database, box);
    this.trail = new EventTrail(database);
    this.clock = clock;
  }

  /** What is known after a change of this number. */
  private record Page(long revision, TreeMap<String, Connection> byName) {

    Page(long revision, List<Connection> connections) {
      this(revision, new TreeMap<>());
      connections.forEach(connection -> byName.put(connection.name(), connection));
    }
  }

  Optional<Connection> find(String name) {
    return Optional.ofNullable(page.get().byName().get(name));
  }

  List<Connection> all() {
    return List.copyOf(page.get().byName().values());
  }

  /** Reads what this or another node changed. */
  void follow() {
    long revision = database.inTransaction(store::revision);
    if (revision != page.get().revision()) {
      turn(database.inTransaction(() -> new Page(store.revision(), store.all())));
    }
  }

  boolean put(Connection connection, Caller by) {
    boolean added;
    try {
      added = database.inTransaction(() -> store(connection, by));
    } catch (PersistenceException e) {
      if (!Database.isDuplicate(e)) {
        throw e;
      }
      // Another node added it between our looking and our writing; now it is a replacement.
      added = database.inTransaction(() -> store(connection, by));
    }
    follow();
    return added;
  }

  boolean remove(String name, Caller by) {
    boolean removed =
        database.inTransaction(
            there -> there,
            () -> {
              boolean there = store.remove(name);
              if (there) {
                trail.append(changed(name, "removed", "", by));
              }
              return there;
            });
    follow();
    return removed;
  }

  private boolean store(Connection connection, Caller by) {
    boolean added = store.put(connection, by.name());
    String url = connection.url().toString();
    trail.append(changed(connection.name(), added ? "added" : "replaced", url, by));
    return added;
  }

  private Event changed(String name, String change, String url, Caller by) {
    var detail = StrictJson.object();
    detail.put("change", change);
    detail.put("url", url);
    return new Event(
        clock.instant(),
        EventKind.CONNECTION_CHANGED,
        "",
        "",
        by.name(),
        by.id().subject(),
        by.id().client(),
        name,
        "",
        detail);
  }

  private void turn(Page next) {
    page.accumulateAndGet(next, (old, n) -> n.revision() >= old.revision() ? n : old);
  }
}
