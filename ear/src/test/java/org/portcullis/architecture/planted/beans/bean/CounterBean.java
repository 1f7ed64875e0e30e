package org.portcullis.architecture.planted.beans.bean;

import jakarta.ejb.Singleton;

/** A bean with shared state, a lock and a thread of its own. */
@Singleton
public class CounterBean {

  private static int count;

  public synchronized Thread next() {
    return new Thread(() -> count++);
  }
}
