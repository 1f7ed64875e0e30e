package org.portcullis.recording.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Says which refusals are recorded one by one, so that a flood of requests without a token cannot
 * fill the store. Safe for use by many threads.
 */
final class RefusalGauge {

  private static final Duration WINDOW = Duration.ofSeconds(1);

  private final int perSecond;
  private final InstantSource clock;
  private Instant windowEnd = Instant.MIN;
  private int taken;
  private long left;

  RefusalGauge(int perSecond, InstantSource clock) {
    this.perSecond = perSecond;
    this.clock = clock;
  }

  /** Whether this one is to be recorded; counts it otherwise. */
  synchronized boolean takes() {
    Instant now = clock.instant();
    if (!now.isBefore(windowEnd)) {
      windowEnd = now.plus(WINDOW);
      taken = 0;
    }
    if (taken < perSecond) {
      taken++;
      return true;
    }
    left++;
    return false;
  }

  /** How many were left out since this was last asked. */
  synchronized long takeLeft() {
    long count = left;
    left = 0;
    return count;
  }
}
