package org.portcullis.approval.bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.approval.bean.TestApprovals.plan;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portcullis.approval.Vote;
import org.portcullis.approval.store.CastVote;
import org.portcullis.policy.ApprovalPlan;

class QuorumTest {

  private static final ApprovalPlan TWO = plan("two", 2, "approver");
  private static final ApprovalPlan LEGAL = plan("legal", 1, "lawyer", "counsel");

  @Test
  void countsApprovalsOfThePlansRolesOnly() {
    assertThat(Quorum.isReached(List.of(TWO), List.of(yes("approver"), yes("lawyer")))).isFalse();
    assertThat(Quorum.isReached(List.of(TWO), List.of(yes("approver"), yes("approver")))).isTrue();
    assertThat(Quorum.isReached(List.of(TWO), List.of(yes("approver"), no("approver")))).isFalse();
  }

  @Test
  void everyPlanNeedsItsVotes() {
    List<ApprovalPlan> both = List.of(TWO, LEGAL);

    assertThat(Quorum.isReached(both, List.of(yes("approver"), yes("approver")))).isFalse();
    assertThat(Quorum.isReached(both, List.of(yes("approver"), yes("approver"), yes("counsel"))))
        .isTrue();
  }

  @Test
  void oneVoteCountsForEachPlanOfItsRoles() {
    List<ApprovalPlan> both = List.of(TWO, LEGAL);

    assertThat(Quorum.isReached(both, List.of(yes("approver"), yes("approver", "lawyer"))))
        .isTrue();
  }

  @Test
  void nothingIsNeverEnough() {
    assertThat(Quorum.isReached(List.of(), List.of(yes("approver")))).isFalse();
    assertThat(Quorum.isReached(List.of(plan("none", 0, "approver")), List.of())).isFalse();
  }

  @Test
  void keepsOfAPersonsRolesThoseThatCount() {
    assertThat(Quorum.eligible(List.of(TWO, LEGAL), Set.of("lawyer", "admin")))
        .containsExactly("lawyer");
    assertThat(Quorum.eligible(List.of(TWO, LEGAL), Set.of("admin"))).isEmpty();
  }

  private static CastVote yes(String... roles) {
    return new CastVote(Vote.Choice.APPROVE, "", Set.of(roles));
  }

  private static CastVote no(String... roles) {
    return new CastVote(Vote.Choice.DENY, "no", Set.of(roles));
  }
}
