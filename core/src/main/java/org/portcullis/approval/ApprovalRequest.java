package org.portcullis.approval;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.portcullis.identity.CallerId;

/**
 * A request for approval as people see it.
 *
 * @param id its id
 * @param caller who wants it
 * @param callerName how people know the human
 * @param connection name of the connection
 * @param session id of the session
 * @param command the command's name
 * @param shown the command tree with masked arguments
 * @param digest what the approval covers
 * @param policyVersion the version that asked
 * @param rules ids of the rules that asked
 * @param approvers roles of which a voter must hold one
 * @param quorum votes needed
 * @param createdAt when it was asked
 * @param expiresAt when it can no longer be voted on
 * @param state where it stands; EXPIRED also when the time is over and nobody wrote it down yet
 * @param votes the votes so far, the oldest first
 */
public record ApprovalRequest(
    String id,
    CallerId caller,
    String callerName,
    String connection,
    String session,
    String command,
    JsonNode shown,
    String digest,
    int policyVersion,
    List<String> rules,
    List<String> approvers,
    int quorum,
    Instant createdAt,
    Instant expiresAt,
    State state,
    List<Vote> votes) {

  /** All but PENDING are final. */
  public enum State {
    PENDING,
    APPROVED,
    DENIED,
    EXPIRED
  }

  public ApprovalRequest {
    rules = List.copyOf(rules);
    approvers = List.copyOf(approvers);
    votes = List.copyOf(votes);
  }
}
