package org.portcullis.recording.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portcullis.json.StrictJson;
import org.portcullis.recording.Event;
import org.portcullis.recording.EventDesk.Query;
import org.portcullis.recording.EventDesk.Recorded;
import org.portcullis.recording.EventKind;
import org.portcullis.recording.GateUnavailable;
import org.portcullis.storage.store.TestDatabase;

class DirectTrailTest {

  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00.123456Z");

  private final TestDatabase db = new TestDatabase();
  private final DirectTrail trail = new DirectTrail(db.source());

  @AfterEach
  void close() {
    trail.close();
    db.close();
  }

  @Test
  void whatItAppendedIsDurableAndInOrder() {
    trail.append(rows("E-1", "E-2"));
    trail.append(rows("E-3"));

    assertThat(recorded().stream().map(Recorded::number)).containsExactly(1L, 2L, 3L);
    assertThat(exchanges()).containsExactly("E-1", "E-2", "E-3");
  }

  @Test
  void sharesTheNumbersOfEventsThatBelongToOtherWork() {
    trail.append(rows("E-1"));
    db.database().transact(() -> new EventTrail(db.database()).append(event("E-2")));
    trail.append(rows("E-3", "E-4"));

    assertThat(exchanges()).containsExactly("E-1", "E-2", "E-3", "E-4");
    assertThat(recorded().get(3).number()).isEqualTo(4);
  }

  @Test
  void aGroupThatFailsLeavesNothingAndNoGap() {
    trail.append(rows("E-1"));
    List<EventRow> faulty = List.of(EventRow.of(event("E-2")), rowThatDoesNotFit());

    assertThatThrownBy(() -> trail.append(faulty))
        .isInstanceOf(GateUnavailable.class)
        .hasCauseInstanceOf(SQLException.class);
    trail.append(rows("E-3"));

    assertThat(exchanges()).containsExactly("E-1", "E-3");
    assertThat(recorded().get(1).number()).isEqualTo(2);
  }

  @Test
  void takesANewConnectionAfterOneThatBroke() {
    trail.append(rows("E-1"));
    db.execute("DROP INDEX event_session");
    db.execute("CREATE INDEX event_session ON event (session_id, number)");
    db.execute("UPDATE counter SET name = 'hidden' WHERE name = 'event'");
    assertThatThrownBy(() -> trail.append(rows("E-2"))).isInstanceOf(GateUnavailable.class);
    db.execute("UPDATE counter SET name = 'event' WHERE name = 'hidden'");

    trail.append(rows("E-3"));

    assertThat(exchanges()).containsExactly("E-1", "E-3");
  }

  /** Longer than its column: the database refuses it, as it does whatever does not fit. */
  private static EventRow rowThatDoesNotFit() {
    EventRow row = EventRow.of(event("E-X"));
    return new EventRow(
        row.at(),
        "X".repeat(100),
        row.session(),
        row.exchange(),
        row.actor(),
        row.subject(),
        row.client(),
        row.connection(),
        row.decision(),
        row.detail());
  }

  private static List<EventRow> rows(String... exchanges) {
    return IntStream.range(0, exchanges.length)
        .mapToObj(i -> EventRow.of(event(exchanges[i])))
        .toList();
  }

  private List<Recorded> recorded() {
    Query all = new Query(null, null, null, null, null, null, 0, 100);
    return db.database().inTransaction(() -> new EventSearch(db.database()).search(all));
  }

  private List<String> exchanges() {
    return recorded().stream().map(recorded -> recorded.event().exchange()).toList();
  }

  private static Event event(String exchange) {
    return new Event(
        NOON,
        EventKind.DECIDED,
        "S-1",
        exchange,
        "agent",
        "agent",
        "client",
        "desk",
        "allow",
        StrictJson.object());
  }
}
