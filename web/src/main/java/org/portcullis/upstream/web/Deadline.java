package org.portcullis.upstream.web;

import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;

/** When something that blocks a thread is ended from outside. Safe for use by many threads. */
final class Deadline {

  private final Set<Deadline> running;
  private final LongSupplier nanos;
  private final Runnable end;
  private volatile long at;
  private volatile boolean lifted;
  private volatile boolean over;

  Deadline(Set<Deadline> running, LongSupplier nanos, Runnable end, Duration time) {
    this.running = running;
    this.nanos = nanos;
    this.end = end;
    this.at = nanos.getAsLong() + time.toNanos();
  }

  /** Gives it this much time from now on. */
  void extend(Duration time) {
    at = nanos.getAsLong() + time.toNanos();
  }

  /** Takes the limit away. */
  void lift() {
    lifted = true;
    running.remove(this);
  }

  /** It came to its end by itself. */
  void stop() {
    running.remove(this);
  }

  /** Whether it was ended from outside because its time was over. */
  boolean isOver() {
    return over;
  }

  void check(long now) {
    if (!lifted && now - at >= 0 && running.remove(this)) {
      over = true;
      end.run();
    }
  }
}
