package org.portcullis.metrics.web;

import java.time.Duration;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.portcullis.connection.Connection;
import org.portcullis.connection.Connections;
import org.portcullis.recording.Event;
import org.portcullis.recording.EventKind;

/** Counts what the audit trail is told. Safe for use by many threads. */
public final class CallMeters {

  private static final String CALLS = "gate_calls_total";
  private static final String OUTCOMES = "gate_outcomes_total";
  private static final String UNRECORDED = "gate_unauthenticated_unrecorded_total";
  private static final Metadata TIME =
      Metadata.builder()
          .withName("gate_call_time")
          .withUnit(MetricUnits.SECONDS)
          .withDescription("From the request to the end of its answer, upstream included")
          .build();

  private final MetricRegistry registry;
  private final Connections connections;

  /**
   * @param connections tells the protocol of a connection
   */
  public CallMeters(MetricRegistry registry, Connections connections) {
    this.registry = registry;
    this.connections = connections;
  }

  /** Counts a decision or an outcome; other events are not counted. */
  void count(Event event) {
    if (event.kind() == EventKind.DECIDED) {
      registry
          .counter(
              CALLS,
              connection(event),
              new Tag("protocol", protocol(event.connection())),
              new Tag("decision", event.decision()))
          .inc();
    } else if (event.kind() == EventKind.ANSWERED || event.kind() == EventKind.FAILED) {
      registry
          .counter(
              OUTCOMES,
              connection(event),
              new Tag("outcome", event.detail().path("outcome").asText("unknown")))
          .inc();
      registry
          .timer(TIME, connection(event))
          .update(Duration.ofMillis(event.detail().path("millis").asLong(0)));
    }
  }

  /** Counts a request without a usable token that is not recorded one by one. */
  public void countUnrecorded() {
    registry.counter(UNRECORDED).inc();
  }

  private static Tag connection(Event event) {
    return new Tag("connection", event.connection());
  }

  private String protocol(String connection) {
    return connections
        .find(connection)
        .map(Connection::protocol)
        .map(kind -> kind.label())
        .orElse("unknown");
  }
}
