package org.portcullis.demo.tour;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Looks again and again until there is something to see. */
final class Poll {
  private final Duration pause;

  private Poll(Duration pause) {
    this.pause = pause;
  }

  static Poll every(Duration pause) {
    return new Poll(pause);
  }

  /** The first thing seen, or nothing after this long or when interrupted. */
  <T> Optional<T> until(Supplier<Optional<T>> look, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    Optional<T> seen = look.get();
    while (seen.isEmpty() && System.nanoTime() < end) {
      try {
        TimeUnit.NANOSECONDS.sleep(pause.toNanos());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
      seen = look.get();
    }
    return seen;
  }
}
