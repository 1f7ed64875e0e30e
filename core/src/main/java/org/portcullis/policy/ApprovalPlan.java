package org.portcullis.policy;

import java.time.Duration;
import java.util.Set;

/**
 * How a command is approved.
 *
 * @param name the plan's name in the policy
 * @param approvers roles whose holders may vote; not empty
 * @param quorum votes needed, 1 or more
 * @param pending how long a request waits for votes
 * @param usable how long the grant can be used after the last vote
 */
public record ApprovalPlan(
    String name, Set<String> approvers, int quorum, Duration pending, Duration usable) {

  public ApprovalPlan {
    approvers = Set.copyOf(approvers);
  }
}
