package org.portcullis.approval.store;

import java.time.Instant;
import java.util.List;
import org.portcullis.identity.CallerId;
import org.portcullis.policy.ApprovalPlan;

/**
 * The parts of a request that never change.
 *
 * @param plans the plans that must all be satisfied; not empty
 */
public record StoredRequest(
    String id,
    CallerId caller,
    String callerName,
    String connection,
    String session,
    String command,
    String digest,
    List<ApprovalPlan> plans,
    Instant expiresAt) {

  public StoredRequest {
    plans = List.copyOf(plans);
  }
}
