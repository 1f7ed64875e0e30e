package org.portcullis.approval.bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.approval.bean.TestApprovals.AGENT;
import static org.portcullis.approval.bean.TestApprovals.APPROVER;
import static org.portcullis.approval.bean.TestApprovals.ONE;
import static org.portcullis.approval.bean.TestApprovals.decided;
import static org.portcullis.approval.bean.TestApprovals.refund;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.approval.Approvals.Consumption;
import org.portcullis.approval.Approvals.Standing;
import org.portcullis.approval.Grant;
import org.portcullis.approval.Vote.Choice;
import org.portcullis.recording.EventKind;

class EndingTest {

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
  void aWakeUpEndsWhatIsOverOnce() {
    Wakeup grant = grant();
    approvals.move("approval_grant", "expires_at", 0);

    approvals.ending.wake(grant);
    approvals.ending.wake(grant);
    approvals.ending.sweep();

    assertThat(grants())
        .singleElement()
        .satisfies(
            ended -> {
              assertThat(ended.state()).isEqualTo(Grant.State.EXPIRED);
              assertThat(ended.finalizedBy()).isEqualTo("WAKE_UP");
            });
    assertThat(approvals.events()).containsOnlyOnce(EventKind.EXPIRED);
  }

  @Test
  void aWakeUpThatCameTooEarlyIsSetAgain() {
    Wakeup grant = grant();
    approvals.move("approval_grant", "expires_at", 60);
    approvals.wakeups.clear();
    approvals.delays.clear();

    approvals.ending.wake(grant);

    assertThat(grants()).singleElement().extracting(Grant::state).isEqualTo(Grant.State.ACTIVE);
    assertThat(approvals.wakeups).containsExactly(grant);
    assertThat(approvals.delays.get(0)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
  }

  @Test
  void theSweepEndsWhatNobodyWasWokenUpFor() {
    grant();
    approvals.asking.ask(refund(AGENT, 81, ONE));
    approvals.move("approval_grant", "expires_at", -16);
    approvals.move("approval_request", "expires_at", -16);

    approvals.ending.sweep();
    approvals.ending.sweep();

    assertThat(grants()).singleElement().extracting(Grant::finalizedBy).isEqualTo("SWEEP");
    assertThat(approvals.events().stream().filter(EventKind.EXPIRED::equals)).hasSize(2);
  }

  @Test
  void theSweepLeavesTheWakeUpItsTime() {
    grant();
    approvals.move("approval_grant", "expires_at", -5);

    approvals.ending.sweep();

    assertThat(approvals.db.text("SELECT state FROM approval_grant")).isEqualTo("ACTIVE");
  }

  @Test
  void aWakeUpForARequestThatWasDecidedDoesNothing() {
    Wakeup grant = grant();
    Wakeup request = approvals.wakeups.get(0);
    approvals.wakeups.clear();

    approvals.ending.wake(request);
    approvals.ending.wake(new Wakeup(Wakeup.Kind.GRANT, "G-none"));

    assertThat(approvals.wakeups).isEmpty();
    assertThat(grant.kind()).isEqualTo(Wakeup.Kind.GRANT);
    assertThat(approvals.events()).doesNotContain(EventKind.EXPIRED);
  }

  @Test
  void aRevokedGrantCannotBeUsed() {
    String id = grant().id();

    Grant revoked = approvals.ending.revoke(id, APPROVER, "second thoughts").orElseThrow();

    assertThat(revoked.state()).isEqualTo(Grant.State.REVOKED);
    assertThat(revoked.finalizedBy()).isEqualTo("approver");
    assertThat(approvals.using.consume(List.of(id), decided()))
        .isInstanceOf(Consumption.NotUsable.class);
    assertThat(approvals.events()).endsWith(EventKind.REVOKED);
  }

  @Test
  void revokingWhatIsUsedOrNotThereChangesNothing() {
    String id = grant().id();
    approvals.using.consume(List.of(id), decided());

    assertThat(approvals.ending.revoke(id, APPROVER, "late").orElseThrow().state())
        .isEqualTo(Grant.State.CONSUMED);
    assertThat(approvals.ending.revoke("G-none", APPROVER, "late")).isEmpty();
    assertThat(approvals.events()).doesNotContain(EventKind.REVOKED);
  }

  @Test
  void wakeUpsReadBackFromTheirText() {
    Wakeup wakeup = new Wakeup(Wakeup.Kind.GRANT, "G-1");

    assertThat(Wakeup.of(wakeup.text())).contains(wakeup);
    assertThat(Wakeup.of("nonsense")).isEmpty();
    assertThat(Wakeup.of("OTHER G-1")).isEmpty();
  }

  private Wakeup grant() {
    Standing asked = approvals.asking.ask(refund(AGENT, 80, ONE));
    approvals.voting.vote(((Standing.Pending) asked).requestId(), Choice.APPROVE, "", APPROVER);
    return approvals.wakeups.get(approvals.wakeups.size() - 1);
  }

  private List<Grant> grants() {
    return approvals.db.database().inTransaction(() -> approvals.parts.views().grants(null, 10));
  }
}
