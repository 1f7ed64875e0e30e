package org.portcullis.metrics.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;
import org.portcullis.connection.Connection;
import org.portcullis.connection.Connections;
import org.portcullis.pipeline.ShadowChange;
import org.portcullis.recording.Event;
import org.portcullis.recording.EventKind;

/** Counts what the audit trail is told. Safe for use by many threads. */
public final class CallMeters {

  private static final String CALLS = "gate_calls_total";
  private static final String OUTCOMES = "gate_outcomes_total";
  private static final String SHADOW = "gate_shadow_total";
  private static final String REFUSED = "gate_refused_at_the_door_total";
  private static final String UNRECORDED = "gate_unauthenticated_unrecorded_total";

  /**
   * Rules that have a label of their own; whoever changes the policy must not swell the metrics.
   */
  private static final int MAX_RULES = 200;

  private static final String OTHER = "other";

  private static final Metadata TIME =
      Metadata.builder()
          .withName("gate_call_time")
          .withUnit(MetricUnits.SECONDS)
          .withDescription("From the request to the end of its answer, upstream included")
          .build();

  private final MetricRegistry registry;
  private final Connections connections;

  /** Meters by what they count: the registry's own look-up costs more than the counting. */
  private final Map<List<String>, Counter> counters = new ConcurrentHashMap<>();

  private final Set<String> shadowRules = ConcurrentHashMap.newKeySet();

  private final Map<String, Timer> timers = new ConcurrentHashMap<>();

  /**
   * @param connections tells the protocol of a connection
   */
  public CallMeters(MetricRegistry registry, Connections connections) {
    this.registry = registry;
    this.connections = connections;
  }

  /** Counts a decision or an outcome; other events are not counted. */
  void count(Event event) {
    String connection = event.connection();
    if (event.kind() == EventKind.DECIDED) {
      counters.computeIfAbsent(List.of(CALLS, connection, event.decision()), this::calls).inc();
      ShadowChange.in(event.detail()).stream()
          .filter(ShadowChange::isChange)
          .forEach(this::countShadow);
    } else if (event.kind() == EventKind.ANSWERED || event.kind() == EventKind.FAILED) {
      String outcome = event.detail().path("outcome").asText("unknown");
      counters.computeIfAbsent(List.of(OUTCOMES, connection, outcome), this::outcomes).inc();
      timers
          .computeIfAbsent(connection, name -> registry.timer(TIME, new Tag("connection", name)))
          .update(Duration.ofMillis(event.detail().path("millis").asLong(0)));
    }
  }

  /**
   * Counts a request that did not come in.
   *
   * @param reason one of the guard's few codes
   */
  public void countRefused(String reason) {
    counters
        .computeIfAbsent(
            List.of(REFUSED, reason), key -> registry.counter(REFUSED, new Tag("reason", reason)))
        .inc();
  }

  /** Counts a request without a usable token that is not recorded one by one. */
  public void countUnrecorded() {
    registry.counter(UNRECORDED).inc();
  }

  private void countShadow(ShadowChange change) {
    boolean isKnown =
        shadowRules.contains(change.rule())
            || (shadowRules.size() < MAX_RULES && shadowRules.add(change.rule()));
    String rule = isKnown ? change.rule() : OTHER;
    counters
        .computeIfAbsent(
            List.of(SHADOW, rule, change.from().label(), change.to().label()), this::shadow)
        .inc();
  }

  private Counter shadow(List<String> key) {
    return registry.counter(
        SHADOW,
        new Tag("rule", key.get(1)),
        new Tag("from", key.get(2)),
        new Tag("to", key.get(3)));
  }

  private Counter calls(List<String> key) {
    String connection = key.get(1);
    return registry.counter(
        CALLS,
        new Tag("connection", connection),
        new Tag("protocol", protocol(connection)),
        new Tag("decision", key.get(2)));
  }

  private Counter outcomes(List<String> key) {
    return registry.counter(
        OUTCOMES, new Tag("connection", key.get(1)), new Tag("outcome", key.get(2)));
  }

  private String protocol(String connection) {
    return connections
        .find(connection)
        .map(Connection::protocol)
        .map(kind -> kind.label())
        .orElse("unknown");
  }
}
