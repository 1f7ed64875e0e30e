package org.portcullis.protocol;

import java.time.Instant;
import org.portcullis.policy.CommandDecision;

/**
 * A command that waits for humans, as the caller is told.
 *
 * @param decision the decision that asks
 * @param requestId the approval request's id
 * @param url where an approver finds it
 * @param expiresAt when it is over; the epoch's start when it is denied
 * @param deniedBecause the reason of a denial; empty while it is pending
 */
public record Ask(
    CommandDecision decision,
    String requestId,
    String url,
    Instant expiresAt,
    String deniedBecause) {

  /** Whether humans refused it. */
  public boolean denied() {
    return !deniedBecause.isEmpty();
  }
}
