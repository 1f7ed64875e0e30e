package org.portcullis.recording.bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portcullis.json.StrictJson;
import org.portcullis.recording.Event;
import org.portcullis.recording.EventKind;
import org.portcullis.recording.GateUnavailable;
import org.portcullis.recording.store.EventRow;

class GroupWriterTest {

  private static final Duration WAIT = Duration.ofSeconds(20);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<List<String>> groups = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void returnsWhenTheEventIsWritten() throws Exception {
    GroupWriter writer = new GroupWriter(16, this::keep);
    Future<?> loop = threads.submit(writer);

    writer.write(Pending.waited(row("a")), WAIT);

    assertThat(written()).containsExactly("a");
    writer.stop();
    loop.get(20, TimeUnit.SECONDS);
  }

  @Test
  void writesWhatIsWaitingInOneGroup() throws Exception {
    GroupWriter writer = new GroupWriter(600, this::keep);
    List<Future<?>> callers =
        IntStream.range(0, 16)
            .<Future<?>>mapToObj(i -> threads.submit(() -> writer.write(waited("w" + i), WAIT)))
            .toList();
    for (int i = 0; i < 400; i++) {
      writer.offer(Pending.later(row("l" + i)), WAIT);
    }

    threads.execute(writer);
    writer.write(Pending.mark(), WAIT);
    for (Future<?> caller : callers) {
      caller.get(20, TimeUnit.SECONDS);
    }

    assertThat(written()).hasSize(416);
    assertThat(groups.get(0).size()).isGreaterThanOrEqualTo(400);
  }

  @Test
  void keepsTheOrderOfHandOver() {
    GroupWriter writer = new GroupWriter(1000, this::keep);
    List<String> names = IntStream.range(0, 900).mapToObj(i -> "e" + i).toList();
    names.forEach(name -> writer.offer(Pending.later(row(name)), WAIT));

    threads.execute(writer);
    writer.write(Pending.mark(), WAIT);

    assertThat(written()).isEqualTo(names);
  }

  @Test
  void anEventThatCannotBeWrittenFailsAlone() throws Exception {
    GroupWriter writer = new GroupWriter(16, refusing("poison"));
    Future<?> first = threads.submit(() -> writer.write(waited("a"), WAIT));
    Future<?> poison = threads.submit(() -> writer.write(waited("poison"), WAIT));
    Future<?> last = threads.submit(() -> writer.write(waited("z"), WAIT));

    threads.execute(writer);

    first.get(20, TimeUnit.SECONDS);
    last.get(20, TimeUnit.SECONDS);
    assertThatThrownBy(() -> poison.get(20, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(GateUnavailable.class);
    assertThat(written()).containsExactlyInAnyOrder("a", "z");
  }

  @Test
  void tellsWhoeverWaitsAboutAnOutageAndKeepsTheRest() {
    AtomicBoolean down = new AtomicBoolean(true);
    GroupWriter writer =
        new GroupWriter(
            16,
            rows -> {
              if (down.get()) {
                throw new GateUnavailable("planned", new SQLException("no connection", "08001"));
              }
              keep(rows);
            });
    writer.offer(Pending.later(row("outcome")), WAIT);
    threads.execute(writer);

    assertThatThrownBy(() -> writer.write(waited("decision"), WAIT))
        .isInstanceOf(GateUnavailable.class);
    down.set(false);
    writer.write(waited("next"), WAIT);

    assertThat(written()).containsExactly("outcome", "next");
  }

  @Test
  void givesUpWhenItTakesTooLong() {
    CountDownLatch never = new CountDownLatch(1);
    GroupWriter writer = new GroupWriter(1, rows -> await(never));
    threads.execute(writer);
    Duration short_ = Duration.ofMillis(20);

    assertThatThrownBy(() -> writer.write(waited("a"), short_)).isInstanceOf(GateUnavailable.class);
    assertThatThrownBy(
            () -> {
              writer.offer(Pending.later(row("b")), short_);
              writer.offer(Pending.later(row("c")), short_);
            })
        .isInstanceOf(GateUnavailable.class)
        .hasMessageContaining("not taken");
  }

  @Test
  void failsWhatItHeldWhenItDiesAndGoesOnWhenStartedAgain() {
    AtomicBoolean broken = new AtomicBoolean(true);
    GroupWriter writer =
        new GroupWriter(
            16,
            rows -> {
              if (broken.get()) {
                throw new IllegalStateException("planned");
              }
              keep(rows);
            });
    Future<?> loop = threads.submit(writer);

    assertThatThrownBy(() -> writer.write(waited("a"), WAIT)).isInstanceOf(GateUnavailable.class);
    assertThatThrownBy(() -> loop.get(20, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
    broken.set(false);
    threads.execute(writer);
    writer.write(waited("b"), WAIT);

    assertThat(written()).containsExactly("b");
  }

  @Test
  void writesWhatItTookBeforeItStops() throws Exception {
    GroupWriter writer = new GroupWriter(16, this::keep);
    writer.offer(Pending.later(row("a")), WAIT);
    Future<?> loop = threads.submit(writer);
    writer.stop();

    loop.get(20, TimeUnit.SECONDS);

    assertThat(written()).containsExactly("a");
    assertThatThrownBy(() -> writer.offer(Pending.later(row("b")), WAIT))
        .isInstanceOf(GateUnavailable.class);
  }

  private Consumer<List<EventRow>> refusing(String name) {
    return rows -> {
      if (rows.stream().anyMatch(row -> row.actor().equals(name))) {
        throw new GateUnavailable("planned", new SQLException("value too long", "22001"));
      }
      keep(rows);
    };
  }

  private void keep(List<EventRow> rows) {
    groups.add(rows.stream().map(EventRow::actor).toList());
  }

  private List<String> written() {
    return groups.stream().flatMap(List::stream).toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException(new TimeoutException());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Pending waited(String actor) {
    return Pending.waited(row(actor));
  }

  private static EventRow row(String actor) {
    return EventRow.of(
        new Event(
            Instant.EPOCH,
            EventKind.DECIDED,
            "S-1",
            "E-1",
            actor,
            "",
            "",
            "desk",
            "allow",
            StrictJson.object()));
  }
}
