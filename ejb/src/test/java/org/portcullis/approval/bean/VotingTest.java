package org.portcullis.approval.bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.approval.bean.TestApprovals.AGENT;
import static org.portcullis.approval.bean.TestApprovals.APPROVER;
import static org.portcullis.approval.bean.TestApprovals.ONE;
import static org.portcullis.approval.bean.TestApprovals.SECOND;
import static org.portcullis.approval.bean.TestApprovals.caller;
import static org.portcullis.approval.bean.TestApprovals.plan;
import static org.portcullis.approval.bean.TestApprovals.refund;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.approval.ApprovalDesk.Voted;
import org.portcullis.approval.ApprovalRequest.State;
import org.portcullis.approval.Approvals.Standing;
import org.portcullis.approval.Grant;
import org.portcullis.approval.Vote;
import org.portcullis.approval.Vote.Choice;
import org.portcullis.identity.Caller;
import org.portcullis.identity.CallerId;
import org.portcullis.policy.ApprovalPlan;
import org.portcullis.recording.EventKind;

class VotingTest {

  @TempDir private Path folder;
  private TestApprovals approvals;

  @BeforeEach
  void open() {
    approvals = new TestApprovals(folder);
  }

  @AfterEach
  void close() {
    approvals.close();
  }

  @Test
  void enoughVotesMakeAGrantAndAWakeUp() {
    String id = ask(ONE);

    Voted voted = vote(id, Choice.APPROVE, "fine", APPROVER);

    assertThat(counted(voted)).isEqualTo(State.APPROVED);
    assertThat(grants()).singleElement().extracting(Grant::state).isEqualTo(Grant.State.ACTIVE);
    assertThat(approvals.events())
        .containsExactly(EventKind.ASKED, EventKind.VOTED, EventKind.GRANTED);
    assertThat(approvals.wakeups.get(1))
        .isEqualTo(new Wakeup(Wakeup.Kind.GRANT, grants().get(0).id()));
    assertThat(approvals.delays.get(1)).isEqualTo(ONE.usable());
  }

  @Test
  void staysPendingUntilTheQuorum() {
    String id = ask(plan("two", 2, "approver"));

    assertThat(counted(vote(id, Choice.APPROVE, "", APPROVER))).isEqualTo(State.PENDING);
    assertThat(grants()).isEmpty();
    assertThat(counted(vote(id, Choice.APPROVE, "", SECOND))).isEqualTo(State.APPROVED);
  }

  @Test
  void nobodyVotesTwiceNotEvenThroughAnotherClient() {
    String id = ask(plan("two", 2, "approver"));
    vote(id, Choice.APPROVE, "", APPROVER);
    Caller sameHuman =
        new Caller(
            new CallerId("https://issuer", "approver", "console"),
            "approver",
            Set.of("approver"),
            "",
            APPROVER.expiresAt());

    assertThat(vote(id, Choice.APPROVE, "", sameHuman)).isInstanceOf(Voted.Refused.class);
    assertThat(grants()).isEmpty();
    assertThat(approvals.db.count("SELECT COUNT(*) FROM approval_vote")).isEqualTo(1);
  }

  @Test
  void nobodyVotesOnTheirOwnRequest() {
    Caller both = caller("both", "approver");
    String id = ((Standing.Pending) approvals.asking.ask(refund(both, 80, ONE))).requestId();

    assertThat(vote(id, Choice.APPROVE, "", both)).isInstanceOf(Voted.Refused.class);
    assertThat(vote(id, Choice.DENY, "no", both)).isInstanceOf(Voted.Refused.class);
  }

  @Test
  void onlyHoldersOfAnApproverRoleVote() {
    assertThat(vote(ask(ONE), Choice.APPROVE, "", caller("other", "support")))
        .isInstanceOf(Voted.Refused.class);
  }

  @Test
  void aDenialNeedsAReasonAndEndsTheRequest() {
    String id = ask(plan("two", 2, "approver"));

    assertThat(vote(id, Choice.DENY, "  ", APPROVER)).isInstanceOf(Voted.Refused.class);
    assertThat(counted(vote(id, Choice.DENY, "not like this", APPROVER))).isEqualTo(State.DENIED);
    assertThat(vote(id, Choice.APPROVE, "", SECOND)).isInstanceOf(Voted.Closed.class);
    assertThat(approvals.events())
        .containsExactly(EventKind.ASKED, EventKind.VOTED, EventKind.DENIED);
  }

  @Test
  void masksWhatAnApproverWrites() {
    String id = ask(ONE);

    Voted voted = vote(id, Choice.DENY, "the secret is out", APPROVER);

    assertThat(((Voted.Counted) voted).request().votes())
        .extracting(Vote::reason)
        .containsExactly("the *** is out");
  }

  @Test
  void nothingCountsAfterTheEnd() {
    String id = ask(ONE);
    approvals.move("approval_request", "expires_at", 0);

    Voted voted = vote(id, Choice.APPROVE, "", APPROVER);

    assertThat(voted)
        .isInstanceOfSatisfying(
            Voted.Closed.class,
            closed -> assertThat(closed.request().state()).isEqualTo(State.EXPIRED));
    assertThat(approvals.db.count("SELECT COUNT(*) FROM approval_vote")).isZero();
    assertThat(approvals.events()).containsExactly(EventKind.ASKED);
  }

  @Test
  void doesNotKnowAnUnknownRequest() {
    assertThat(vote("A-none", Choice.APPROVE, "", APPROVER)).isInstanceOf(Voted.Unknown.class);
  }

  @Test
  void votesAtOnceAreAllCountedAndMakeOneGrant() throws Exception {
    ApprovalPlan five = plan("five", 5, "approver");
    String id = ask(five);
    List<Callable<Voted>> votes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Caller approver = caller("approver" + i, "approver");
      votes.add(() -> vote(id, Choice.APPROVE, "", approver));
      votes.add(() -> vote(id, Choice.APPROVE, "", approver));
    }
    ExecutorService threads = Executors.newFixedThreadPool(16);

    List<Voted> came = new ArrayList<>();
    for (Future<Voted> vote : threads.invokeAll(votes)) {
      came.add(vote.get());
    }
    threads.shutdown();

    assertThat(came.stream().filter(Voted.Counted.class::isInstance)).hasSize(5);
    assertThat(grants()).hasSize(1);
    assertThat(approvals.db.count("SELECT COUNT(*) FROM approval_vote")).isEqualTo(5);
  }

  private String ask(ApprovalPlan plan) {
    return ((Standing.Pending) approvals.asking.ask(refund(AGENT, 80, plan))).requestId();
  }

  private Voted vote(String id, Choice choice, String reason, Caller approver) {
    return approvals.voting.vote(id, choice, reason, approver);
  }

  private List<Grant> grants() {
    return approvals.db.database().inTransaction(() -> approvals.parts.views().grants(null, 10));
  }

  private static State counted(Voted voted) {
    return ((Voted.Counted) voted).request().state();
  }
}
