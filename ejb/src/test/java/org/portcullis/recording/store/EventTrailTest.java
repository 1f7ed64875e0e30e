package org.portcullis.recording.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portcullis.json.StrictJson;
import org.portcullis.recording.Event;
import org.portcullis.recording.EventDesk.Query;
import org.portcullis.recording.EventDesk.Recorded;
import org.portcullis.recording.EventKind;
import org.portcullis.storage.store.TestDatabase;

class EventTrailTest {

  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00.123456Z");

  private final TestDatabase db = new TestDatabase();
  private final EventTrail trail = new EventTrail(db.database());
  private final EventSearch search = new EventSearch(db.database());

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void readsBackWhatWasAppended() {
    Event event = event(NOON, EventKind.DECIDED, "S-1", "E-1");

    append(event);

    assertThat(find(all())).containsExactly(new Recorded(1, event));
  }

  @Test
  void tellsTheLastNumber() {
    assertThat(db.database().inTransaction(search::last)).isZero();

    append(event(NOON, EventKind.DECIDED, "S-1", "E-1"));
    append(event(NOON, EventKind.ANSWERED, "S-1", "E-1"));

    assertThat(db.database().inTransaction(search::last)).isEqualTo(2);
  }

  @Test
  void numbersEventsOneByOneWhoeverAppends() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    Callable<Void> writer =
        () -> {
          for (int i = 0; i < 20; i++) {
            append(
                event(NOON, EventKind.DECIDED, "S-1", "E-1"),
                event(NOON, EventKind.ANSWERED, "S-1", "E-1"));
          }
          return null;
        };
    List<Future<Void>> writers =
        IntStream.range(0, 8).mapToObj(i -> threads.submit(writer)).toList();
    for (Future<Void> each : writers) {
      each.get(60, TimeUnit.SECONDS);
    }
    threads.shutdown();

    assertThat(find(all()).stream().map(Recorded::number))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 320).boxed().toList());
  }

  @Test
  void leavesNoGapWhenATransactionFails() {
    append(event(NOON, EventKind.DECIDED, "S-1", "E-1"));
    assertThatThrownBy(
            () ->
                db.database()
                    .transact(
                        () -> {
                          trail.append(event(NOON, EventKind.DECIDED, "S-1", "E-2"));
                          throw new IllegalArgumentException("planned");
                        }))
        .isInstanceOf(IllegalArgumentException.class);

    append(event(NOON, EventKind.DECIDED, "S-1", "E-3"));

    assertThat(find(all()).stream().map(Recorded::number)).containsExactly(1L, 2L);
  }

  @Test
  void findsByEveryCondition() {
    append(
        event(NOON, EventKind.DECIDED, "S-1", "E-1"),
        event(NOON.plusSeconds(1), EventKind.ANSWERED, "S-1", "E-1"),
        event(NOON.plusSeconds(2), EventKind.DECIDED, "S-2", "E-2"));

    assertThat(numbers(new Query("S-1", null, null, null, null, null, 0, 10)))
        .containsExactly(1L, 2L);
    assertThat(numbers(new Query(null, "E-2", null, null, null, null, 0, 10))).containsExactly(3L);
    assertThat(numbers(new Query(null, null, "desk", EventKind.DECIDED, null, null, 0, 10)))
        .containsExactly(1L, 3L);
    assertThat(numbers(new Query(null, null, "other", null, null, null, 0, 10))).isEmpty();
    assertThat(
            numbers(
                new Query(null, null, null, null, NOON.plusSeconds(1), NOON.plusSeconds(2), 0, 10)))
        .containsExactly(2L);
    assertThat(numbers(new Query(null, null, null, null, null, null, 1, 1))).containsExactly(2L);
  }

  @Test
  void takesTextsThatNoColumnHolds() {
    String huge = "x".repeat(5000) + "\u0000";
    Event event =
        new Event(
            NOON, EventKind.REFUSED, "", "E-1", huge, huge, huge, huge, "", StrictJson.object());

    append(event);

    assertThat(find(all()).get(0).event().actor()).hasSize(512);
  }

  @Test
  void keepsALargeDetail() {
    Event event = event(NOON, EventKind.DECIDED, "S-1", "E-1");
    event.detail().put("observation", "é".repeat(200_000));

    append(event);

    assertThat(find(all()).get(0).event()).isEqualTo(event);
  }

  private void append(Event... events) {
    db.database().transact(() -> trail.append(events));
  }

  private List<Recorded> find(Query query) {
    return db.database().inTransaction(() -> search.search(query));
  }

  private List<Long> numbers(Query query) {
    return find(query).stream().map(Recorded::number).toList();
  }

  private static Query all() {
    return new Query(null, null, null, null, null, null, 0, 1000);
  }

  private static Event event(Instant at, EventKind kind, String session, String exchange) {
    return new Event(
        at,
        kind,
        session,
        exchange,
        "Agent",
        "agent",
        "desk-agent",
        "desk",
        kind == EventKind.DECIDED ? "allow" : "",
        StrictJson.object().put("call", "tools/call"));
  }
}
