package org.portcullis.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portcullis.approval.ApprovableCall;
import org.portcullis.approval.ApprovalDesk;
import org.portcullis.approval.Approvals;
import org.portcullis.approval.Approvals.Consumption;
import org.portcullis.approval.Approvals.Standing;
import org.portcullis.approval.Grant;
import org.portcullis.approval.Vote;
import org.portcullis.container.Tables.Fault;
import org.portcullis.container.deployment.TestedEar;
import org.portcullis.identity.Caller;
import org.portcullis.policy.Policies;
import org.portcullis.recording.EventDesk;
import org.portcullis.recording.GateUnavailable;

/** Approvals in the server, with the database and the broker that hold them. */
@ArquillianTest
class ApprovalBeanIT {

  private static final Duration LONG = Duration.ofMinutes(15);
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final String STATE_OF_REQUEST = "SELECT state FROM approval_request WHERE id = ?";
  private static final String STATE_OF_GRANT = "SELECT state FROM approval_grant WHERE id = ?";
  private static final String END_OF_GRANT = "SELECT finalized_by FROM approval_grant WHERE id = ?";
  private static final String MOVE_END =
      "UPDATE approval_grant SET expires_at = {fn TIMESTAMPADD(SQL_TSI_SECOND, %d,"
          + " CURRENT_TIMESTAMP)} WHERE id = ?";

  @EJB(lookup = "java:app/gate-ejb/ApprovalsBean!org.portcullis.approval.Approvals")
  private Approvals approvals;

  @EJB(lookup = "java:app/gate-ejb/ApprovalsBean!org.portcullis.approval.ApprovalDesk")
  private ApprovalDesk desk;

  @EJB(lookup = "java:app/gate-ejb/RecorderBean!org.portcullis.recording.EventDesk")
  private EventDesk trail;

  @EJB(lookup = "java:app/gate-ejb/PoliciesBean!org.portcullis.policy.Policies")
  private Policies policies;

  @Resource(lookup = "jdbc/gate")
  private DataSource source;

  @Resource(lookup = "jms/gate")
  private ConnectionFactory connections;

  @Resource(lookup = "jms/wakeup")
  private Queue wakeups;

  @Resource(lookup = "java:comp/UserTransaction")
  private UserTransaction transaction;

  private final String exchange = "E-" + UUID.randomUUID();
  private Tables tables;

  @Deployment
  static EnterpriseArchive deployment() {
    return TestedEar.with(ApprovalBeanIT.class);
  }

  @BeforeEach
  void lookAtTheTables() {
    tables = new Tables(source);
    House.rules(policies);
  }

  @Test
  void aRequestIsARowAnEventAndAMessage() {
    long before = Broker.waiting();
    String id = request(Refunds.by(People.AGENT));
    assertThat(tables.texts(STATE_OF_REQUEST, id)).containsExactly("PENDING");
    assertThat(eventsAbout(id)).containsExactly("ASKED");
    assertThat(Broker.waiting()).isEqualTo(before + 1);
  }

  @Test
  void aRollbackLeavesNeitherRowNorMessage() {
    Caller unheard = People.person("unheard-" + UUID.randomUUID(), "support");
    ApprovableCall call = Refunds.by(unheard);
    long before = Broker.waiting();
    try (Fault refusing = tables.refusingEventsOf(unheard.name())) {
      assertThat(refusing).isNotNull();
      assertThatThrownBy(() -> approvals.ask(call)).isInstanceOf(GateUnavailable.class);
    }
    assertThat(
            tables.number(
                "SELECT COUNT(*) FROM approval_request WHERE caller_name = ?", unheard.name()))
        .isZero();
    assertThat(tables.number("SELECT COUNT(*) FROM event WHERE actor = ?", unheard.name()))
        .isZero();
    assertThat(Broker.waiting()).isEqualTo(before);

    assertThat(approvals.ask(call)).isInstanceOf(Standing.Pending.class);
    assertThat(Broker.waiting()).isEqualTo(before + 1);
  }

  @Test
  void aVoteThatRollsBackLeavesNeitherVoteNorGrantNorMessage() {
    String id = request(Refunds.by(People.AGENT));
    Caller unheard = People.person("unheard", "approvers");
    long before = Broker.waiting();
    try (Fault refusing = tables.refusingEventsOf(unheard.name())) {
      assertThat(refusing).isNotNull();
      assertThatThrownBy(() -> desk.vote(id, Vote.Choice.APPROVE, "yes", unheard))
          .isInstanceOf(GateUnavailable.class);
    }
    assertThat(tables.texts(STATE_OF_REQUEST, id)).containsExactly("PENDING");
    assertThat(tables.number("SELECT COUNT(*) FROM approval_vote WHERE request_id = ?", id))
        .isZero();
    assertThat(tables.number("SELECT COUNT(*) FROM approval_grant WHERE request_id = ?", id))
        .isZero();
    assertThat(Broker.waiting()).isEqualTo(before);
  }

  @Test
  void whatWasAskedStandsWhateverBecomesOfTheCallersTransaction() throws Exception {
    transaction.begin();
    String id = request(Refunds.by(People.AGENT));
    transaction.rollback();
    assertThat(tables.texts(STATE_OF_REQUEST, id)).containsExactly("PENDING");
  }

  @Test
  void theDelayedMessageEndsARequestThatNobodyDecided() {
    String id = request(Refunds.by(People.AGENT, SOON, LONG));
    await().until(() -> tables.texts(STATE_OF_REQUEST, id).equals(List.of("EXPIRED")));
    assertThat(tables.texts("SELECT finalized_by FROM approval_request WHERE id = ?", id))
        .containsExactly("WAKE_UP");
    assertThat(eventsAbout(id)).containsExactly("ASKED", "EXPIRED");
    assertThat(desk.vote(id, Vote.Choice.APPROVE, "late", People.APPROVER))
        .isInstanceOf(ApprovalDesk.Voted.Closed.class);
  }

  @Test
  void theDelayedMessageEndsAGrantThatNobodyUsed() {
    ApprovableCall call = Refunds.by(People.AGENT, LONG, SOON);
    String grant = grant(call);
    await().until(() -> tables.texts(END_OF_GRANT, grant).equals(List.of("WAKE_UP")));
    assertThat(tables.texts(STATE_OF_GRANT, grant)).containsExactly("EXPIRED");
    assertThat(use(grant)).isEqualTo(new Consumption.NotUsable(grant));
  }

  @Test
  void ofManyCallsWithOneGrantOneRuns() {
    ApprovableCall call = Refunds.by(People.AGENT);
    String grant = grant(call);
    List<Consumption> consumptions = Together.run(8, n -> () -> use(grant));
    assertThat(consumptions).filteredOn(Consumption.Started.class::isInstance).hasSize(1);
    assertThat(consumptions)
        .filteredOn(consumption -> consumption.equals(new Consumption.NotUsable(grant)))
        .hasSize(7);
    assertThat(tables.texts("SELECT state FROM execution WHERE grant_id = ?", grant))
        .containsExactly("STARTED");
    assertThat(tables.number("SELECT COUNT(*) FROM event WHERE exchange_id = ?", exchange))
        .as("one decision, one use")
        .isEqualTo(2);
    assertThat(approvals.ask(call)).isInstanceOf(Standing.Pending.class);
  }

  @Test
  void aGrantIsNotUsedUpWhenTheDecisionCannotBeRecorded() {
    Caller unheard = People.person("unheard", "support");
    String grant = grant(Refunds.by(People.AGENT));
    try (Fault refusing = tables.refusingEventsOf(unheard.name())) {
      assertThat(refusing).isNotNull();
      assertThatThrownBy(
              () -> approvals.consume(List.of(grant), Refunds.decided(unheard, exchange)))
          .isInstanceOf(GateUnavailable.class);
    }
    assertThat(tables.texts(STATE_OF_GRANT, grant)).containsExactly("ACTIVE");
    assertThat(tables.texts("SELECT id FROM execution WHERE grant_id = ?", grant)).isEmpty();
    assertThat(use(grant)).isInstanceOf(Consumption.Started.class);
  }

  /** Its message is to come in ten minutes, so nothing but the row can say that it is over. */
  @Test
  void anExpiredGrantIsOfNoUseWithoutAnyMessage() {
    ApprovableCall call = Refunds.by(People.AGENT);
    String grant = grant(call);
    tables.execute(MOVE_END.formatted(-2), grant);
    assertThat(tables.texts(STATE_OF_GRANT, grant)).containsExactly("ACTIVE");
    assertThat(use(grant)).isEqualTo(new Consumption.NotUsable(grant));
    assertThat(approvals.ask(call)).isInstanceOf(Standing.Pending.class);
    assertThat(desk.grants(Grant.State.EXPIRED, 500)).extracting(Grant::id).contains(grant);
    assertThat(tables.texts("SELECT id FROM execution WHERE grant_id = ?", grant)).isEmpty();
  }

  @Test
  void aMessageThatComesTooEarlyEndsNothing() {
    String early = grant(Refunds.by(People.AGENT));
    String over = grant(Refunds.by(People.AGENT));
    tables.execute(MOVE_END.formatted(-2), over);
    for (String grant : List.of(early, over)) {
      try (JMSContext context = connections.createContext()) {
        context.createProducer().send(wakeups, "GRANT " + grant);
      }
    }
    await().until(() -> tables.texts(END_OF_GRANT, over).equals(List.of("WAKE_UP")));
    await()
        .during(Duration.ofSeconds(1))
        .until(() -> tables.texts(STATE_OF_GRANT, early).equals(List.of("ACTIVE")));
    assertThat(use(early)).isInstanceOf(Consumption.Started.class);
  }

  @Test
  void theSweepEndsWhatNoMessageEnded() {
    String grant = grant(Refunds.by(People.AGENT));
    tables.execute(MOVE_END.formatted(-60), grant);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> tables.texts(END_OF_GRANT, grant).equals(List.of("SWEEP")));
    assertThat(tables.texts(STATE_OF_GRANT, grant)).containsExactly("EXPIRED");
  }

  private String request(ApprovableCall call) {
    Standing standing = approvals.ask(call);
    assertThat(standing).isInstanceOf(Standing.Pending.class);
    return ((Standing.Pending) standing).requestId();
  }

  private String grant(ApprovableCall call) {
    String id = request(call);
    assertThat(desk.vote(id, Vote.Choice.APPROVE, "yes", People.APPROVER))
        .isInstanceOf(ApprovalDesk.Voted.Counted.class);
    return tables.texts("SELECT id FROM approval_grant WHERE request_id = ?", id).get(0);
  }

  private Consumption use(String grant) {
    return approvals.consume(List.of(grant), Refunds.decided(People.AGENT, exchange));
  }

  private List<String> eventsAbout(String request) {
    return trail
        .search(new EventDesk.Query("S-container", null, null, null, null, null, 0, 1000))
        .stream()
        .map(EventDesk.Recorded::event)
        .filter(event -> event.detail().path("request").asText().equals(request))
        .map(event -> event.kind().name())
        .toList();
  }
}
