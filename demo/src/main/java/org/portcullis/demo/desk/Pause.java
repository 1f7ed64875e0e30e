package org.portcullis.demo.desk;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How the slow tool takes its time; a test hands in one that does not. */
@FunctionalInterface
interface Pause {
  void take();

  /** A pause of about this long; shorter if the thread is interrupted. */
  static Pause of(Duration length) {
    return () -> LockSupport.parkNanos(length.toNanos());
  }
}
