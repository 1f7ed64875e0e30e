package org.portcullis.architecture.planted.beans.bean;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.jspecify.annotations.Nullable;

/** A bean with a name that hides it, and with queries of its own. */
@Stateless
public class Clerk {

  @PersistenceContext private @Nullable EntityManager manager;

  public boolean isReady() {
    return manager != null;
  }
}
