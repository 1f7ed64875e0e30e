package org.portcullis.recording.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portcullis.connection.Connections;
import org.portcullis.identity.web.RefusedAtTheDoor;
import org.portcullis.metrics.web.CallMeters;
import org.portcullis.recording.Event;
import org.portcullis.recording.Recorder;

class RefusalRecordsTest {

  private final List<Event> events = new ArrayList<>();
  private final Map<String, Integer> counted = new HashMap<>();
  private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
  private final RefusalRecords records =
      new RefusalRecords(
          new ListRecorder(),
          new RefusalGauge(10, clock),
          new CallMeters(registry(), untouched(Connections.class)),
          clock);

  @Test
  void recordsNoValueThatAPathHolds() {
    records.add(
        new RefusedAtTheDoor("missing-token", "GET", "/gate/crm/people/ann%40example.org", "::1"));

    assertThat(events).hasSize(1);
    assertThat(events.get(0).detail().get("path").textValue())
        .isEqualTo("/gate/crm/people/[EMAIL]");
  }

  /** Known faults 6.08 and 6.09: administrators can count them, however many are recorded. */
  @Test
  void countsEveryRefusalByItsReason() {
    for (int i = 0; i < 12; i++) {
      records.add(new RefusedAtTheDoor("groups-left-out", "GET", "/gate/crm", "::1"));
    }
    records.add(new RefusedAtTheDoor("groups-unreadable", "GET", "/gate/crm", "::1"));

    assertThat(events).hasSize(10);
    assertThat(counted)
        .containsEntry("gate_refused_at_the_door_total groups-left-out", 12)
        .containsEntry("gate_refused_at_the_door_total groups-unreadable", 1);
  }

  /** Counts by the meter's name and its tag. */
  private MetricRegistry registry() {
    return answering(
        MetricRegistry.class,
        arguments -> {
          Tag[] tags = arguments.length > 1 ? (Tag[]) arguments[1] : new Tag[0];
          String tag = tags.length > 0 ? " " + tags[0].getTagValue() : "";
          String name = arguments[0] + tag;
          return answering(
              Counter.class,
              none -> {
                counted.merge(name, 1, Integer::sum);
                return null;
              });
        });
  }

  private static <T> T answering(Class<T> type, Function<Object[], @Nullable Object> answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                answer.apply(arguments == null ? new Object[0] : arguments)));
  }

  private static <T> T untouched(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(method.getName());
            }));
  }

  private final class ListRecorder implements Recorder {

    @Override
    public void record(Event event) {
      events.add(event);
    }

    @Override
    public void recordLater(Event event) {
      events.add(event);
    }
  }
}
