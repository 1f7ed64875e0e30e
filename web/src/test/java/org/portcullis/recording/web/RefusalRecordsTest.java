package org.portcullis.recording.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.junit.jupiter.api.Test;
import org.portcullis.connection.Connections;
import org.portcullis.identity.web.RefusedAtTheDoor;
import org.portcullis.metrics.web.CallMeters;
import org.portcullis.recording.Event;
import org.portcullis.recording.Recorder;

class RefusalRecordsTest {

  private final List<Event> events = new ArrayList<>();
  private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
  private final RefusalRecords records =
      new RefusalRecords(
          new ListRecorder(),
          new RefusalGauge(10, clock),
          new CallMeters(untouched(MetricRegistry.class), untouched(Connections.class)),
          clock);

  @Test
  void recordsNoValueThatAPathHolds() {
    records.add(
        new RefusedAtTheDoor("missing-token", "GET", "/gate/crm/people/ann%40example.org", "::1"));

    assertThat(events).hasSize(1);
    assertThat(events.get(0).detail().get("path").textValue())
        .isEqualTo("/gate/crm/people/[EMAIL]");
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
