package org.portcullis.recording.bean;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.portcullis.recording.store.EventRow;

/**
 * What stands in the writer's queue.
 *
 * @param row what to write; null for a mark that only wants to know when everything before it is
 *     written
 * @param done completed when the row is durable, or with the failure; null when nobody waits
 */
record Pending(@Nullable EventRow row, @Nullable CompletableFuture<Void> done) {

  static Pending waited(EventRow row) {
    return new Pending(row, new CompletableFuture<>());
  }

  static Pending later(EventRow row) {
    return new Pending(row, null);
  }

  static Pending mark() {
    return new Pending(null, new CompletableFuture<>());
  }

  boolean isWaitedFor() {
    return done != null;
  }

  void succeed() {
    if (done != null) {
      done.complete(null);
    }
  }

  void fail(Throwable cause) {
    if (done != null) {
      done.completeExceptionally(cause);
    }
  }
}
