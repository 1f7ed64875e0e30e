package org.portcullis.approval.bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.portcullis.approval.bean.TestApprovals.AGENT;
import static org.portcullis.approval.bean.TestApprovals.APPROVER;
import static org.portcullis.approval.bean.TestApprovals.ONE;
import static org.portcullis.approval.bean.TestApprovals.caller;
import static org.portcullis.approval.bean.TestApprovals.refund;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.approval.ApprovableCall;
import org.portcullis.approval.ApprovalRequest.State;
import org.portcullis.approval.Approvals.Standing;
import org.portcullis.approval.Vote;
import org.portcullis.identity.Caller;
import org.portcullis.identity.CallerId;
import org.portcullis.recording.EventKind;

class AskingTest {

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
  void asksOnceAndSetsAWakeUp() {
    Standing first = ask(AGENT, 80);
    Standing again = ask(AGENT, 80);

    assertThat(again).isEqualTo(first).isInstanceOf(Standing.Pending.class);
    assertThat(approvals.events()).containsExactly(EventKind.ASKED);
    assertThat(approvals.wakeups).hasSize(1);
    assertThat(approvals.delays).containsExactly(ONE.pending());
  }

  @Test
  void joinsNobodyElsesRequest() {
    Standing first = ask(AGENT, 80);

    assertThat(ask(caller("other", "support"), 80)).isNotEqualTo(first);
    assertThat(ask(AGENT, 81)).isNotEqualTo(first);
    Caller otherAgent =
        new Caller(
            new CallerId("https://issuer", "agent", "other-client"),
            "agent",
            Set.of(),
            "",
            AGENT.expiresAt());
    assertThat(ask(otherAgent, 80)).isNotEqualTo(first);
  }

  @Test
  void sixteenAtOnceMakeOneRequest() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    Callable<Standing> asking = () -> ask(AGENT, 80);

    Set<Standing> standings =
        threads.invokeAll(Collections.nCopies(16, asking)).stream()
            .map(AskingTest::get)
            .collect(Collectors.toSet());
    threads.shutdown();

    assertThat(standings).hasSize(1);
    assertThat(approvals.db.count("SELECT COUNT(*) FROM approval_request")).isEqualTo(1);
    assertThat(approvals.events()).containsExactly(EventKind.ASKED);
  }

  @Test
  void givesTheStoredArgumentsWhenGranted() {
    String id = pending(ask(AGENT, 80));
    approvals.voting.vote(id, Vote.Choice.APPROVE, "", APPROVER);

    assertThat(ask(AGENT, 80))
        .isInstanceOfSatisfying(
            Standing.Granted.class,
            granted -> {
              assertThat(granted.requestId()).isEqualTo(id);
              assertThat(granted.arguments().path("amount").intValue()).isEqualTo(80);
            });
  }

  @Test
  void storesNoArgumentInTheClear() {
    ask(AGENT, 424242);

    byte[] stored = approvals.db.bytes("SELECT arguments FROM approval_request");

    assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("424242");
  }

  @Test
  void repeatsADenialUntilTheCooldownIsOver() {
    String id = pending(ask(AGENT, 80));
    approvals.voting.vote(id, Vote.Choice.DENY, "too much", APPROVER);

    assertThat(ask(AGENT, 80)).isEqualTo(new Standing.Denied(id, "too much"));
    assertThat(ask(AGENT, 81)).isInstanceOf(Standing.Pending.class);
    approvals.move("approval_request", "decided_at", -601);
    assertThat(pending(ask(AGENT, 80))).isNotEqualTo(id);
  }

  @Test
  void asksAnewWhenTheTimeIsOver() {
    String id = pending(ask(AGENT, 80));
    approvals.move("approval_request", "expires_at", -1);

    assertThat(pending(ask(AGENT, 80))).isNotEqualTo(id);
    assertThat(approvals.events())
        .containsExactly(EventKind.ASKED, EventKind.EXPIRED, EventKind.ASKED);
    assertThat(states()).containsExactlyInAnyOrder(State.EXPIRED, State.PENDING);
  }

  @Test
  void aGrantWhoseTimeIsOverIsNone() {
    String id = pending(ask(AGENT, 80));
    approvals.voting.vote(id, Vote.Choice.APPROVE, "", APPROVER);
    approvals.move("approval_grant", "expires_at", -1);

    assertThat(pending(ask(AGENT, 80))).isNotEqualTo(id);
  }

  @Test
  void refusesACallThatNobodyCouldApprove() {
    ApprovableCall call = refund(AGENT, 80);

    assertThatThrownBy(() -> approvals.asking.ask(call))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Standing ask(Caller caller, int amount) {
    return approvals.asking.ask(refund(caller, amount, ONE));
  }

  private List<State> states() {
    return approvals
        .db
        .database()
        .inTransaction(() -> approvals.parts.views().requests(null, 10))
        .stream()
        .map(request -> request.state())
        .toList();
  }

  private static String pending(Standing standing) {
    return ((Standing.Pending) standing).requestId();
  }

  private static Standing get(Future<Standing> future) {
    try {
      return future.get();
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
