package org.portcullis.connection.store;

import java.util.List;
import org.portcullis.connection.Connection;
import org.portcullis.storage.store.Database;
import org.portcullis.storage.store.SecretBox;
import org.portcullis.storage.store.Texts;

/**
 * Connections in the running transaction. Each change takes a number of the counter {@code
 * connection}, by which other nodes see that there is something to read.
 */
public final class ConnectionStore {

  private static final String COUNTER = "connection";
  private static final int AUTHOR = 512;

  private final Database database;
  private final SealedCredential credentials;

  public ConnectionStore(Database database, SecretBox box) {
    this.database = database;
    this.credentials = new SealedCredential(box);
  }

  /** The number of the last change. */
  public long revision() {
    return database.last(COUNTER);
  }

  /** Every connection, by name, with its credential opened. */
  public List<Connection> all() {
    return database
        .entities()
        .createQuery("select c from ConnectionEntity c order by c.name", ConnectionEntity.class)
        .getResultStream()
        .map(row -> row.connection(credentials.open(row.sealed(), row.name())))
        .toList();
  }

  /**
   * Adds or replaces a connection.
   *
   * @return true when it is new
   */
  public boolean put(Connection connection, String by) {
    database.take(COUNTER, 1);
    ConnectionEntity stored = database.entities().find(ConnectionEntity.class, connection.name());
    ConnectionEntity row = stored == null ? new ConnectionEntity(connection.name()) : stored;
    row.set(
        connection,
        credentials.seal(connection.credential(), connection.name()),
        Texts.fit(by, AUTHOR),
        database.now());
    if (stored == null) {
      database.entities().persist(row);
    }
    database.entities().flush();
    return stored == null;
  }

  /**
   * Removes a connection.
   *
   * @return false when there was none
   */
  public boolean remove(String name) {
    database.take(COUNTER, 1);
    return database.update("DELETE FROM gate_connection WHERE name = ?", name) == 1;
  }
}
