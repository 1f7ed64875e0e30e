package org.portcullis.recording;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The audit trail as people read it. Every call is one read-only transaction. */
public interface EventDesk {

  /** An event with its place in the trail: numbers grow, one by one, in the order of recording. */
  record Recorded(long number, Event event) {}

  /**
   * What to look for; a null field does not restrict.
   *
   * @param after only events with a greater number
   * @param limit 1 to 1000
   */
  record Query(
      @Nullable String session,
      @Nullable String exchange,
      @Nullable String connection,
      @Nullable EventKind kind,
      @Nullable Instant from,
      @Nullable Instant to,
      long after,
      int limit) {}

  /** The number of the last event of all; 0 when there is none. */
  long last();

  /** Events, the oldest first. */
  List<Recorded> search(Query query);
}
