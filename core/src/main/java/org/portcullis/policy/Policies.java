package org.portcullis.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.portcullis.identity.Caller;

/** The store of policy versions. {@link #active} is answered from memory; safe for many threads. */
public interface Policies {

  /** A stored version. The text is kept byte for byte as it was put. */
  record Version(int number, String author, Instant at, String text) {}

  /** What putting a version came to. */
  sealed interface Put {

    /** It is stored and active. */
    record Stored(int number) implements Put {}

    /** Another version has become active since the one the caller started from. */
    record Conflict(int active) implements Put {}
  }

  /** The compiled active policy; one that blocks everything (number 0) when there is none. */
  ActivePolicy active();

  /**
   * The same as {@link #active}, without what stands around the store: for the data path, which
   * asks at every call. It stays current.
   */
  default Supplier<ActivePolicy> liveActive() {
    return this::active;
  }

  /** The active version's document; empty when there is none. */
  Optional<Version> current();

  /** A version by number. */
  Optional<Version> find(int number);

  /** Every version without its text being needed, the newest first. */
  List<Version> history(int limit);

  /**
   * Stores a document that was read without a fault and makes it active, with its event, in one
   * transaction; the other nodes follow within a second.
   *
   * @param expected the version the author started from, or empty not to check
   */
  Put put(String text, Optional<Integer> expected, Caller by);
}
