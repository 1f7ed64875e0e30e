package org.portcullis.storage.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.portcullis.recording.GateUnavailable;

/** The container's transactions, begun by the bean itself. */
record JtaTransactions(UserTransaction transaction) implements Transactions {

  private static final Logger LOG = System.getLogger(JtaTransactions.class.getName());

  @Override
  public EntityManager begin(EntityManagerFactory units) {
    try {
      transaction.begin();
    } catch (NotSupportedException | SystemException e) {
      throw new GateUnavailable("no transaction can be begun", e);
    }
    boolean open = false;
    try {
      EntityManager entities = units.createEntityManager();
      open = true;
      return entities;
    } finally {
      if (!open) {
        end();
      }
    }
  }

  @Override
  public void commit(EntityManager entities) {
    try {
      transaction.commit();
    } catch (RollbackException
        | HeuristicMixedException
        | HeuristicRollbackException
        | SystemException e) {
      throw new GateUnavailable("a transaction did not commit", e);
    }
  }

  @Override
  public void rollBack(EntityManager entities) {
    end();
  }

  private void end() {
    try {
      if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
        transaction.rollback();
      }
    } catch (SystemException | IllegalStateException e) {
      LOG.log(Level.WARNING, "a transaction could not be rolled back", e);
    }
  }
}
