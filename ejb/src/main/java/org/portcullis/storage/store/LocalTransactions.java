package org.portcullis.storage.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.portcullis.recording.GateUnavailable;

/** The database's own transactions, for stores outside a container. */
record LocalTransactions() implements Transactions {

  private static final Logger LOG = System.getLogger(LocalTransactions.class.getName());

  @Override
  public EntityManager begin(EntityManagerFactory units) {
    EntityManager entities = units.createEntityManager();
    entities.getTransaction().begin();
    return entities;
  }

  @Override
  public void commit(EntityManager entities) {
    try {
      entities.getTransaction().commit();
    } catch (PersistenceException e) {
      throw new GateUnavailable("a transaction did not commit", e);
    }
  }

  @Override
  public void rollBack(EntityManager entities) {
    try {
      if (entities.getTransaction().isActive()) {
        entities.getTransaction().rollback();
      }
    } catch (PersistenceException | IllegalStateException e) {
      LOG.log(Level.WARNING, "a transaction could not be rolled back", e);
    }
  }
}
