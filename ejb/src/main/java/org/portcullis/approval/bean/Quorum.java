package org.portcullis.approval.bean;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.portcullis.approval.Vote;
import org.portcullis.approval.store.CastVote;
import org.portcullis.policy.ApprovalPlan;

/** Who may vote, and when votes are enough. Pure. */
final class Quorum {

  private Quorum() {}

  /** Those of a person's roles that one of the plans asks for; empty when they may not vote. */
  static Set<String> eligible(List<ApprovalPlan> plans, Set<String> roles) {
    return plans.stream()
        .flatMap(plan -> plan.approvers().stream())
        .filter(roles::contains)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Whether every plan has its votes. One vote counts for each plan that one of its voter's roles
   * belongs to. No plan at all is never enough.
   */
  static boolean isReached(List<ApprovalPlan> plans, List<CastVote> votes) {
    return !plans.isEmpty()
        && plans.stream().allMatch(plan -> approvals(plan, votes) >= Math.max(1, plan.quorum()));
  }

  private static long approvals(ApprovalPlan plan, List<CastVote> votes) {
    return votes.stream()
        .filter(vote -> vote.choice() == Vote.Choice.APPROVE)
        .filter(vote -> !Collections.disjoint(vote.roles(), plan.approvers()))
        .count();
  }
}
