package org.portcullis.approval.bean;

import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portcullis.approval.ApprovableCall;
import org.portcullis.approval.Approvals.Standing;
import org.portcullis.approval.store.GrantStore.Usable;
import org.portcullis.approval.store.RequestStore.Refused;
import org.portcullis.approval.store.StoredRequest;
import org.portcullis.policy.ApprovalPlan;
import org.portcullis.storage.store.Database;

/**
 * How a call stands, asking when nobody asked yet. The same caller's same action joins the pending
 * request: a key in the database keeps two askers at once from making two.
 */
final class Asking {

  private static final String PREFIX = "A";
  private static final String BY_ASKING = "ASKED_AGAIN";

  private final ApprovalParts parts;

  Asking(ApprovalParts parts) {
    this.parts = parts;
  }

  /**
   * @param created the new request, or null when there was one
   */
  private record Answer(Standing standing, @Nullable StoredRequest created) {}

  Standing ask(ApprovableCall call) {
    if (call.plans().isEmpty()) {
      throw new IllegalArgumentException("plans: none (expected: at least one)");
    }
    Answer answer;
    try {
      answer = parts.database().inTransaction(() -> answer(call));
    } catch (PersistenceException e) {
      if (!Database.isDuplicate(e)) {
        throw e;
      }
      // Somebody asked the same between our looking and our writing; now there is one to join.
      answer = parts.database().inTransaction(() -> answer(call));
    }
    if (answer.created() != null) {
      parts.alarm().after(pending(call), new Wakeup(Wakeup.Kind.REQUEST, answer.created().id()));
      parts.changed().accept(answer.created().id());
    }
    return answer.standing();
  }

  private Answer answer(ApprovableCall call) {
    Optional<Usable> usable = parts.grants().usable(call);
    if (usable.isPresent()) {
      Usable grant = usable.get();
      return known(
          new Standing.Granted(
              grant.requestId(), grant.grantId(), parts.requests().arguments(grant.requestId())));
    }
    Optional<Refused> refused = parts.requests().refusedWithin(call, parts.cooldown());
    if (refused.isPresent()) {
      return known(new Standing.Denied(refused.get().id(), refused.get().reason()));
    }
    Optional<StoredRequest> pending = parts.requests().pending(call);
    if (pending.isPresent() && !expire(pending.get())) {
      return known(pending(pending.get()));
    }
    StoredRequest request = parts.requests().add(parts.ids().next(PREFIX), call);
    parts.trail().append(parts.events().asked(request, call));
    return new Answer(pending(request), request);
  }

  private static Answer known(Standing standing) {
    return new Answer(standing, null);
  }

  private static Standing pending(StoredRequest request) {
    return new Standing.Pending(request.id(), request.expiresAt());
  }

  /** A request whose time is over makes room for the next one. */
  private boolean expire(StoredRequest request) {
    boolean over = parts.requests().expire(request.id(), BY_ASKING);
    if (over) {
      parts.trail().append(parts.events().expired(request, "", BY_ASKING));
    }
    return over;
  }

  private static Duration pending(ApprovableCall call) {
    return call.plans().stream().map(ApprovalPlan::pending).min(Duration::compareTo).orElseThrow();
  }
}
