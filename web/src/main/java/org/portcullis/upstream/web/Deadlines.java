package org.portcullis.upstream.web;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Ends what takes too long. A socket's own timeout cannot do that: it counts each pause, so that an
 * upstream which drips a byte now and then holds its caller for ever. Safe for use by many threads.
 */
final class Deadlines {

  private final Set<Deadline> running = ConcurrentHashMap.newKeySet();
  private final LongSupplier nanos;

  /**
   * @param nanos a clock that only goes forward, as {@link System#nanoTime}
   */
  Deadlines(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Starts one; {@code end} runs at most once, on the ticking thread. */
  Deadline start(Runnable end, Duration time) {
    Deadline deadline = new Deadline(running, nanos, end, time);
    running.add(deadline);
    return deadline;
  }

  /** Ends what is over; called about once a second. */
  void tick() {
    long now = nanos.getAsLong();
    running.forEach(deadline -> deadline.check(now));
  }

  /** How many are running. */
  int size() {
    return running.size();
  }
}
