package org.portcullis.approval.bean;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portcullis.approval.Grant;
import org.portcullis.approval.store.StoredRequest;
import org.portcullis.identity.Caller;
import org.portcullis.recording.Event;

/**
 * Writing down that something is over. The time in the row has ended it already; this only makes
 * the end visible, once, whoever comes first.
 */
final class Ending {

  private static final String WAKE_UP = "WAKE_UP";
  private static final String SWEEP = "SWEEP";

  /** So late that the wake-up must have been lost. */
  private static final Duration OVERDUE = Duration.ofSeconds(15);

  private static final int AT_ONCE = 200;

  private final ApprovalParts parts;
  private final BinaryOperator<String> masked;

  /**
   * @param masked masks a text for a connection
   */
  Ending(ApprovalParts parts, BinaryOperator<String> masked) {
    this.parts = parts;
    this.masked = masked;
  }

  /** A wake-up came; when it came too early, the next one is set. */
  void wake(Wakeup wakeup) {
    if (expire(wakeup, WAKE_UP)) {
      return;
    }
    Optional<Duration> left = parts.database().inTransaction(() -> left(wakeup));
    left.ifPresent(duration -> parts.alarm().after(duration, wakeup));
  }

  private Optional<Duration> left(Wakeup wakeup) {
    return wakeup.kind() == Wakeup.Kind.REQUEST
        ? parts.requests().pendingFor(wakeup.id())
        : parts.grants().activeFor(wakeup.id());
  }

  /** Ends what nobody was woken up for. */
  void sweep() {
    parts
        .database()
        .inTransaction(() -> parts.requests().overdue(OVERDUE, AT_ONCE))
        .forEach(id -> expire(new Wakeup(Wakeup.Kind.REQUEST, id), SWEEP));
    parts
        .database()
        .inTransaction(() -> parts.grants().overdue(OVERDUE, AT_ONCE))
        .forEach(id -> expire(new Wakeup(Wakeup.Kind.GRANT, id), SWEEP));
  }

  private boolean expire(Wakeup wakeup, String by) {
    return wakeup.kind() == Wakeup.Kind.REQUEST
        ? expireRequest(wakeup.id(), by)
        : expireGrant(wakeup.id(), by);
  }

  private boolean expireRequest(String id, String by) {
    return end(
        () -> {
          StoredRequest request =
              parts.requests().expire(id, by) ? parts.requests().find(id).orElseThrow() : null;
          return request == null ? null : new Ended(request, expired(request, "", by));
        });
  }

  private boolean expireGrant(String id, String by) {
    return end(
        () -> {
          StoredRequest request = parts.grants().expire(id, by) ? requestOf(id) : null;
          return request == null ? null : new Ended(request, expired(request, id, by));
        });
  }

  Optional<Grant> revoke(String grantId, Caller by, String reason) {
    Optional<StoredRequest> request =
        parts
            .database()
            .inTransaction(() -> parts.grants().requestOf(grantId).map(r -> requestOf(grantId)));
    if (request.isEmpty()) {
      return Optional.empty();
    }
    String shown = masked.apply(request.get().connection(), reason.strip());
    end(
        () ->
            parts.grants().revoke(grantId, by.name())
                ? new Ended(
                    request.get(), parts.events().revoked(request.get(), grantId, shown, by))
                : null);
    return parts.database().inTransaction(() -> parts.views().grant(grantId));
  }

  private record Ended(StoredRequest request, Event event) {}

  /**
   * Does the work in one transaction, with its event.
   *
   * @param work gives null when there was nothing to end
   */
  private boolean end(Supplier<@Nullable Ended> work) {
    Ended ended =
        parts
            .database()
            .inTransaction(
                e -> e != null,
                () -> {
                  Ended e = work.get();
                  if (e != null) {
                    parts.trail().append(e.event());
                  }
                  return e;
                });
    if (ended != null) {
      parts.changed().accept(ended.request().id());
    }
    return ended != null;
  }

  private Event expired(StoredRequest request, String grantId, String by) {
    return parts.events().expired(request, grantId, by);
  }

  private StoredRequest requestOf(String grantId) {
    return parts.grants().requestOf(grantId).flatMap(parts.requests()::find).orElseThrow();
  }
}
