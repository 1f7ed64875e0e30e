package org.portcullis.approval;

import java.time.Instant;

/**
 * One approver's word on one request; never changed, never taken back.
 *
 * @param approver how people know the approver
 * @param choice what they said
 * @param reason why; may be empty for an approval, never for a denial
 * @param at when
 */
public record Vote(String approver, Choice choice, String reason, Instant at) {

  /** What can be said. */
  public enum Choice {
    APPROVE,
    DENY
  }
}
