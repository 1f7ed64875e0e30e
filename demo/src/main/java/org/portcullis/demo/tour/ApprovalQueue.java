package org.portcullis.demo.tour;

import java.util.Map;
import java.util.Optional;

/** Requests for approval and what became of them, as an approver sees them. */
interface ApprovalQueue {
  /** The request with this id, while it waits for votes. */
  Optional<Map<String, Object>> pendingApproval(String id);

  /**
   * Approves, with a reason that is kept.
   *
   * @throws NotAsTold if the gate does not take the vote
   */
  void approve(String id, String reason);

  /** The grant that came from a request. */
  Optional<Map<String, Object>> grantOf(String approval);
}
