package org.portcullis.connection;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.portcullis.identity.Caller;

/** The store of connections. Reads are answered from memory; safe for use by many threads. */
public interface Connections {

  /** The connection of exactly this name, or empty. */
  Optional<Connection> find(String name);

  /**
   * The same as {@link #find}, without what stands around the store: for the data path, which asks
   * at every call. It stays current.
   */
  default Function<String, Optional<Connection>> liveFind() {
    return this::find;
  }

  /** Every connection, by name. */
  List<Connection> all();

  /**
   * Adds or replaces a connection and records who did it, in one transaction.
   *
   * @return true when it is new
   */
  boolean put(Connection connection, Caller by);

  /**
   * Removes a connection and records who did it, in one transaction.
   *
   * @return false when there was none
   */
  boolean remove(String name, Caller by);
}
