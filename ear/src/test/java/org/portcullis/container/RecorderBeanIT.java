package org.portcullis.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portcullis.container.Tables.Fault;
import org.portcullis.container.deployment.TestedEar;
import org.portcullis.json.StrictJson;
import org.portcullis.policy.Policies;
import org.portcullis.recording.Event;
import org.portcullis.recording.EventDesk;
import org.portcullis.recording.EventKind;
import org.portcullis.recording.GateUnavailable;
import org.portcullis.recording.Recorder;

/** The audit trail in the server: many callers, few transactions, and no answer before it is so. */
@ArquillianTest
class RecorderBeanIT {

  private static final int CALLERS = 16;

  /** The database knows the years up to 9999. */
  private static final Instant BEYOND_THE_CALENDAR = Instant.parse("+12026-11-25T00:00:00Z");

  private static final String WRITTEN = "SELECT COUNT(*) FROM event WHERE exchange_id = ?";

  @EJB(lookup = "java:app/gate-ejb/RecorderBean!org.portcullis.recording.Recorder")
  private Recorder recorder;

  @EJB(lookup = "java:app/gate-ejb/RecorderBean!org.portcullis.recording.EventDesk")
  private EventDesk desk;

  @EJB(lookup = "java:app/gate-ejb/PoliciesBean!org.portcullis.policy.Policies")
  private Policies policies;

  @Resource(lookup = "jdbc/gate")
  private DataSource source;

  private final String exchange = "E-" + UUID.randomUUID();
  private Tables tables;

  @Deployment
  static EnterpriseArchive deployment() {
    return TestedEar.with(RecorderBeanIT.class);
  }

  @BeforeEach
  void lookAtTheTables() {
    tables = new Tables(source);
  }

  /** All callers wait for a lock of ours; what waits together has to be written together. */
  @Test
  void callersAtOnceShareTransactions() {
    try (Fault counting = tables.countingGroups()) {
      List<Future<Boolean>> callers;
      try (Fault held = tables.holdingEveryEvent()) {
        assertThat(List.of(counting, held)).doesNotContainNull();
        callers = Together.start(CALLERS, n -> recording(event("caller " + n)));
        await().until(() -> waiting() == CALLERS);
        assertThat(callers).as("nobody is told before it is durable").noneMatch(Future::isDone);
      }
      assertThat(callers.stream().map(Together::result)).hasSize(CALLERS).containsOnly(true);
      // Whoever came first may have been alone; the others came while the lock was held.
      assertThat(tables.number("SELECT COUNT(*) FROM written_group")).isBetween(1L, 2L);
    }
    assertThat(tables.number(WRITTEN, exchange)).isEqualTo(CALLERS);
  }

  @Test
  void whatWasRecordedIsCommittedWhenTheCallReturns() {
    List<List<Long>> seen =
        Together.run(
            CALLERS,
            n ->
                () ->
                    IntStream.range(0, 20)
                        .mapToObj(
                            i -> {
                              String own = exchange + "-" + n + "-" + i;
                              recorder.record(event("caller", own, Instant.now()));
                              return tables.number(WRITTEN, own);
                            })
                        .toList());
    assertThat(seen).hasSize(CALLERS).allSatisfy(each -> assertThat(each).containsOnly(1L));
    assertThat(tables.number("SELECT MAX(number) - COUNT(*) FROM event"))
        .as("numbers without a gap")
        .isZero();
  }

  @Test
  void whoeverReadsSeesWhatWasHandedOverBefore() {
    IntStream.range(0, 50).forEach(i -> recorder.recordLater(event("caller " + i)));
    assertThat(desk.search(new EventDesk.Query(null, exchange, null, null, null, null, 0, 1000)))
        .extracting(recorded -> recorded.event().actor())
        .containsExactlyElementsOf(IntStream.range(0, 50).mapToObj(i -> "caller " + i).toList());
  }

  @Test
  void anEventThatTheDatabaseRefusesFailsAloneInItsGroup() {
    Event impossible = event("caller 7", exchange, BEYOND_THE_CALENDAR);
    List<Future<Boolean>> callers;
    try (Fault held = tables.holdingEveryEvent()) {
      assertThat(held).isNotNull();
      callers = Together.start(CALLERS, n -> recording(n == 7 ? impossible : event("caller " + n)));
      await().until(() -> waiting() == CALLERS);
    }
    List<Boolean> recorded = callers.stream().map(Together::result).toList();
    assertThat(recorded.get(7)).isFalse();
    assertThat(recorded).filteredOn(Boolean.TRUE::equals).hasSize(CALLERS - 1);
    assertThat(tables.texts("SELECT actor FROM event WHERE exchange_id = ?", exchange))
        .hasSize(CALLERS - 1)
        .doesNotContain("caller 7");
  }

  @Test
  void aDatabaseThatDoesNotWriteIsToldInTime() {
    try (Fault held = tables.holdingEveryEvent()) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> recorder.record(event("caller")))
          .isInstanceOf(GateUnavailable.class);
    }
    recorder.record(event("caller", exchange + "-after", Instant.now()));
    assertThat(tables.number(WRITTEN, exchange + "-after")).isOne();
  }

  @Test
  void aCallWhoseDecisionCannotBeRecordedReachesNobody() throws Exception {
    House.rules(policies);
    try (Upstream upstream = new Upstream()) {
      String connection = House.CONNECTION.formatted(upstream.url());
      Door.as("admin").put("/api/v1/connections/recorded", "application/json", connection);
      assertThat(Door.as("agent").get("/gate/recorded/read").status()).isEqualTo(200);
      assertThat(upstream.requests()).isOne();
      try (Fault held = tables.holdingEveryEvent()) {
        assertThat(held).isNotNull();
        assertThat(Door.as("agent").get("/gate/recorded/read").status()).isEqualTo(503);
      }
      assertThat(upstream.requests()).isOne();
      assertThat(Door.as("agent").get("/gate/recorded/read").status()).isEqualTo(200);
      assertThat(upstream.requests()).isEqualTo(2);
    }
  }

  private Callable<Boolean> recording(Event event) {
    return () -> {
      try {
        recorder.record(event);
        return true;
      } catch (GateUnavailable e) {
        return false;
      }
    };
  }

  /** How many threads have handed an event over and wait for it. */
  private static long waiting() {
    return Thread.getAllStackTraces().values().stream()
        .filter(
            stack ->
                Arrays.stream(stack)
                    .anyMatch(
                        frame ->
                            frame.getClassName().endsWith(".GroupWriter")
                                && frame.getMethodName().equals("write")))
        .count();
  }

  private Event event(String actor) {
    return event(actor, exchange, Instant.now());
  }

  private static Event event(String actor, String exchange, Instant at) {
    return new Event(
        at,
        EventKind.REFUSED,
        "",
        exchange,
        actor,
        "",
        "",
        "",
        "",
        StrictJson.object().put("reason", "a test"));
  }
}
