package org.portcullis.approval;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portcullis.identity.Caller;

/** The approval store as approvers and administrators need it. Every call is one transaction. */
public interface ApprovalDesk {

  /** What a vote came to. */
  sealed interface Voted {

    /** It counts, and the request stands like this now. */
    record Counted(ApprovalRequest request) implements Voted {}

    /** There is no such request. */
    record Unknown() implements Voted {}

    /** This person may not vote on it; the reason is fit to be shown. */
    record Refused(String reason) implements Voted {}

    /** It is decided or over; the vote was not stored. */
    record Closed(ApprovalRequest request) implements Voted {}
  }

  /**
   * Requests, the newest first.
   *
   * @param state only those that stand like this, or null for all
   * @param limit 1 to 500
   */
  List<ApprovalRequest> requests(ApprovalRequest.@Nullable State state, int limit);

  /** The caller's own requests, the newest first; whichever agent asked for them. */
  List<ApprovalRequest> requestsOf(Caller caller, int limit);

  /** One request. */
  Optional<ApprovalRequest> request(String id);

  /**
   * Takes a vote. Nobody votes on their own request, nobody twice, and only holders of an approver
   * role under the active policy.
   *
   * @param reason required for a denial
   */
  Voted vote(String requestId, Vote.Choice choice, String reason, Caller approver);

  /** Grants, the newest first. */
  List<Grant> grants(Grant.@Nullable State state, int limit);

  /**
   * Takes a grant back, with its event.
   *
   * @return the grant as it stands now, or empty when there is none
   */
  Optional<Grant> revoke(String grantId, Caller by, String reason);
}
