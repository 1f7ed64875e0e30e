package org.portcullis.storage.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;

/**
 * How a transaction begins and ends: the container's in the server, the database's own in tests.
 */
interface Transactions {

  /** Begins a transaction on this thread and opens an entity manager that is part of it. */
  EntityManager begin(EntityManagerFactory units);

  /**
   * Commits what {@link #begin} began.
   *
   * @throws org.portcullis.recording.GateUnavailable when it did not commit
   */
  void commit(EntityManager entities);

  /** Takes back what {@link #begin} began; never throws, so that it hides no earlier failure. */
  void rollBack(EntityManager entities);
}
