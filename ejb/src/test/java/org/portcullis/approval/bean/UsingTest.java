package org.portcullis.approval.bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.approval.bean.TestApprovals.AGENT;
import static org.portcullis.approval.bean.TestApprovals.APPROVER;
import static org.portcullis.approval.bean.TestApprovals.ONE;
import static org.portcullis.approval.bean.TestApprovals.decided;
import static org.portcullis.approval.bean.TestApprovals.refund;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.approval.Approvals.Consumption;
import org.portcullis.approval.Approvals.Outcome;
import org.portcullis.approval.Approvals.Standing;
import org.portcullis.approval.Vote.Choice;
import org.portcullis.recording.EventKind;

class UsingTest {

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
  void usesAGrantOnceAndRecordsTheDecisionWithIt() {
    String grant = grant(80);

    assertThat(approvals.using.consume(List.of(grant), decided()))
        .isInstanceOf(Consumption.Started.class);
    assertThat(approvals.using.consume(List.of(grant), decided()))
        .isEqualTo(new Consumption.NotUsable(grant));
    assertThat(approvals.events())
        .endsWith(EventKind.GRANTED, EventKind.DECIDED, EventKind.CONSUMED)
        .containsOnlyOnce(EventKind.DECIDED);
    assertThat(approvals.asking.ask(refund(AGENT, 80, ONE))).isInstanceOf(Standing.Pending.class);
  }

  @Test
  void sixteenAtOnceUseItOnce() throws Exception {
    String grant = grant(80);
    ExecutorService threads = Executors.newFixedThreadPool(16);
    Callable<Consumption> use = () -> approvals.using.consume(List.of(grant), decided());

    List<Consumption> came = new ArrayList<>();
    for (Future<Consumption> each : threads.invokeAll(Collections.nCopies(16, use))) {
      came.add(each.get());
    }
    threads.shutdown();

    assertThat(came.stream().filter(Consumption.Started.class::isInstance)).hasSize(1);
    assertThat(approvals.db.count("SELECT COUNT(*) FROM execution")).isEqualTo(1);
    assertThat(approvals.events()).containsOnlyOnce(EventKind.DECIDED, EventKind.CONSUMED);
  }

  @Test
  void usesAllGrantsOrNone() {
    String usable = grant(80);
    String used = grant(81);
    approvals.using.consume(List.of(used), decided());

    assertThat(approvals.using.consume(List.of(usable, used), decided()))
        .isEqualTo(new Consumption.NotUsable(used));
    assertThat(approvals.using.consume(List.of(usable), decided()))
        .isInstanceOf(Consumption.Started.class);
  }

  @Test
  void oneGrantDoesNotServeTwoCommandsOfOneCall() {
    String grant = grant(80);

    assertThat(approvals.using.consume(List.of(grant, grant), decided()))
        .isInstanceOf(Consumption.NotUsable.class);
  }

  @Test
  void refusesAGrantWhoseTimeIsOverWhoeverWroteItDown() {
    String grant = grant(80);
    approvals.move("approval_grant", "expires_at", 0);

    assertThat(approvals.using.consume(List.of(grant), decided()))
        .isEqualTo(new Consumption.NotUsable(grant));
    assertThat(approvals.events()).doesNotContain(EventKind.DECIDED);
  }

  @Test
  void notesAnOutcomeOnce() {
    String execution = execution(80);

    approvals.using.complete(execution, Outcome.SUCCEEDED);
    approvals.using.complete(execution, Outcome.FAILED);

    assertThat(state()).isEqualTo("SUCCEEDED");
  }

  @Test
  void givesUpWhatNeverEndedAndTakesALateOutcomeOnce() {
    String execution = execution(80);
    approvals.using.reconcile();
    assertThat(state()).isEqualTo("STARTED");
    approvals.move("execution", "started_at", -601);

    approvals.using.reconcile();
    approvals.using.reconcile();

    assertThat(state()).isEqualTo("UNKNOWN");
    assertThat(approvals.events()).containsOnlyOnce(EventKind.FAILED);
    approvals.using.complete(execution, Outcome.SUCCEEDED);
    approvals.using.complete(execution, Outcome.FAILED);
    assertThat(state()).isEqualTo("SUCCEEDED");
  }

  @Test
  void anUnknownOutcomeIsFinal() {
    String execution = execution(80);

    approvals.using.complete(execution, Outcome.UNKNOWN);
    approvals.using.complete(execution, Outcome.SUCCEEDED);

    assertThat(state()).isEqualTo("UNKNOWN");
  }

  @Test
  void givesUpAfterARestartWhatThisNodeHadBegun() {
    execution(80);

    approvals.using.reconcileAfterStart();

    assertThat(state()).isEqualTo("UNKNOWN");
  }

  private String grant(int amount) {
    Standing asked = approvals.asking.ask(refund(AGENT, amount, ONE));
    approvals.voting.vote(((Standing.Pending) asked).requestId(), Choice.APPROVE, "", APPROVER);
    return ((Standing.Granted) approvals.asking.ask(refund(AGENT, amount, ONE))).grantId();
  }

  private String execution(int amount) {
    Consumption used = approvals.using.consume(List.of(grant(amount)), decided());
    return ((Consumption.Started) used).executionIds().get(0);
  }

  private String state() {
    return approvals.db.text("SELECT state FROM execution");
  }
}
