package org.portcullis.approval.bean;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portcullis.approval.ApprovalDesk.Voted;
import org.portcullis.approval.ApprovalRequest;
import org.portcullis.approval.Vote;
import org.portcullis.approval.store.CastVote;
import org.portcullis.approval.store.StoredRequest;
import org.portcullis.identity.Caller;
import org.portcullis.policy.ApprovalPlan;
import org.portcullis.recording.Event;
import org.portcullis.storage.store.Texts;

/**
 * Taking a vote: the request is locked, the vote stored, the votes counted from their rows, and
 * what follows from the count is stored with it.
 */
final class Voting {

  private static final String VOTE_PREFIX = "V";
  private static final String GRANT_PREFIX = "G";
  private static final int LONGEST_REASON = 2000;

  private final ApprovalParts parts;
  private final Function<Caller, Set<String>> roles;
  private final BinaryOperator<String> masked;

  /**
   * @param roles the roles that a person holds now
   * @param masked masks a text for a connection: what an approver writes goes to the agent
   */
  Voting(ApprovalParts parts, Function<Caller, Set<String>> roles, BinaryOperator<String> masked) {
    this.parts = parts;
    this.roles = roles;
    this.masked = masked;
  }

  /** What happened to the vote, before anybody is told. */
  private sealed interface Taken {

    record Stored(@Nullable String grantId, @Nullable Duration usable) implements Taken {}

    record NotPending() implements Taken {}

    record Refused(String reason) implements Taken {}
  }

  Voted vote(String requestId, Vote.Choice choice, String reason, Caller approver) {
    Optional<StoredRequest> found =
        parts.database().inTransaction(() -> parts.requests().find(requestId));
    if (found.isEmpty()) {
      return new Voted.Unknown();
    }
    StoredRequest request = found.get();
    Set<String> eligible = Quorum.eligible(request.plans(), roles.apply(approver));
    Optional<String> fault = fault(request, choice, reason, approver, eligible);
    if (fault.isPresent()) {
      return new Voted.Refused(fault.get());
    }
    String shown = reason.isBlank() ? "" : masked.apply(request.connection(), reason.strip());
    CastVote cast = new CastVote(choice, cut(shown), eligible);
    Taken taken =
        parts
            .database()
            .inTransaction(t -> t instanceof Taken.Stored, () -> take(request, cast, approver));
    return told(request, taken);
  }

  private static Optional<String> fault(
      StoredRequest request,
      Vote.Choice choice,
      String reason,
      Caller approver,
      Set<String> eligible) {
    if (request.caller().sameHuman(approver.id())) {
      return Optional.of("Nobody votes on their own request.");
    }
    if (eligible.isEmpty()) {
      return Optional.of("You hold none of the roles that may vote on this request.");
    }
    if (choice == Vote.Choice.DENY && reason.isBlank()) {
      return Optional.of("A denial needs a reason.");
    }
    return reason.length() > LONGEST_REASON
        ? Optional.of("The reason is too long: 2000 characters at most.")
        : Optional.empty();
  }

  private Taken take(StoredRequest request, CastVote cast, Caller approver) {
    if (!parts.requests().lockForVote(request.id())) {
      return new Taken.NotPending();
    }
    if (parts.votes().hasVoted(request.id(), approver.id())) {
      return new Taken.Refused("You have voted on this request already.");
    }
    parts.votes().add(parts.ids().next(VOTE_PREFIX), request.id(), approver, cast);
    List<Event> events = new ArrayList<>();
    events.add(parts.events().voted(request, word(cast.choice()), cast.reason(), approver));
    Taken taken = follow(request, cast, approver, events);
    parts.trail().append(events.toArray(Event[]::new));
    return taken;
  }

  /** A denial decides at once; an approval when every plan has its votes. */
  private Taken follow(StoredRequest request, CastVote cast, Caller approver, List<Event> events) {
    if (cast.choice() == Vote.Choice.DENY) {
      if (!parts.requests().deny(request.id(), approver.name(), cast.reason())) {
        return new Taken.NotPending();
      }
      events.add(parts.events().denied(request, cast.reason(), approver));
      return new Taken.Stored(null, null);
    }
    if (!Quorum.isReached(request.plans(), parts.votes().cast(request.id()))) {
      return new Taken.Stored(null, null);
    }
    if (!parts.requests().approve(request.id(), approver.name())) {
      return new Taken.NotPending();
    }
    String grantId = parts.ids().next(GRANT_PREFIX);
    Duration usable = usable(request);
    parts.grants().add(grantId, request.id(), usable);
    events.add(parts.events().granted(request, grantId, approver));
    return new Taken.Stored(grantId, usable);
  }

  private Voted told(StoredRequest request, Taken taken) {
    if (taken instanceof Taken.Refused refused) {
      return new Voted.Refused(refused.reason());
    }
    if (taken instanceof Taken.Stored stored) {
      if (stored.grantId() != null && stored.usable() != null) {
        parts.alarm().after(stored.usable(), new Wakeup(Wakeup.Kind.GRANT, stored.grantId()));
      }
      parts.changed().accept(request.id());
    }
    ApprovalRequest now =
        parts.database().inTransaction(() -> parts.views().request(request.id())).orElseThrow();
    return taken instanceof Taken.Stored ? new Voted.Counted(now) : new Voted.Closed(now);
  }

  private static Duration usable(StoredRequest request) {
    return request.plans().stream()
        .map(ApprovalPlan::usable)
        .min(Duration::compareTo)
        .orElseThrow();
  }

  private static String word(Vote.Choice choice) {
    return choice == Vote.Choice.DENY ? "deny" : "approve";
  }

  private static String cut(String text) {
    return Texts.fit(text, LONGEST_REASON);
  }
}
