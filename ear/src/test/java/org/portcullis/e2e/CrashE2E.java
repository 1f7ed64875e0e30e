package org.portcullis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the record is worth when the gate dies in the middle of its work. */
class CrashE2E {

  private static final int CALLS_PER_SECOND = 200;
  private static final int CALLS_BEFORE_DEATH = 600;
  private static final int DEATHS = 3;

  /**
   * More than the server would have threads by itself: the first calls after a start come together.
   */
  private static final int CALLERS = 32;

  private static final String POLICY =
      """
      version: 1
      groups: {support: [caller], platform: [admin], audit: [auditor]}
      roles:
        caller:
          rules:
            - {id: count, effect: allow, on: [counted], commands: ["http:GET:*"]}
        admin: {}
        auditor: {}
      """;

  private final AtomicInteger next = new AtomicInteger();

  @Test
  void everyCallThatReachedTheUpstreamHasItsEventAfterAKill() {
    try (CountingUpstream upstream = new CountingUpstream();
        GateUnderTest gate = GateUnderTest.start("crash")) {
      register(gate, upstream);
      for (int death = 0; death < DEATHS; death++) {
        callUntilDeath(gate, upstream);
        gate.startAgain();
      }
      Set<String> recorded = recorded(gate);
      assertThat(upstream.reached()).hasSizeGreaterThan(CALLS_BEFORE_DEATH);
      assertThat(recorded).containsAll(upstream.reached());
      System.Logger log = System.getLogger(CrashE2E.class.getName());
      log.log(
          System.Logger.Level.INFO,
          "{0} calls reached the upstream, {1} decisions are recorded, {2} kills",
          upstream.reached().size(),
          recorded.size(),
          DEATHS);
    }
  }

  /**
   * Calls at a fixed rate, not waiting for answers, and kills the gate while calls are in flight.
   */
  private void callUntilDeath(GateUnderTest gate, CountingUpstream upstream) {
    String token = gate.token("agent");
    int before = upstream.reached().size();
    CountDownLatch alive = new CountDownLatch(1);
    ScheduledExecutorService callers = Executors.newScheduledThreadPool(CALLERS);
    for (int caller = 0; caller < CALLERS; caller++) {
      Http http = Http.withToken(gate, token);
      Future<?> unused =
          callers.scheduleAtFixedRate(
              () -> call(http, upstream, before, alive),
              caller * 1_000_000L / CALLS_PER_SECOND,
              CALLERS * 1_000_000L / CALLS_PER_SECOND,
              TimeUnit.MICROSECONDS);
    }
    try {
      assertThat(alive.await(1, TimeUnit.MINUTES)).isTrue();
      gate.kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      callers.shutdownNow();
    }
  }

  private void call(Http http, CountingUpstream upstream, int before, CountDownLatch alive) {
    try {
      http.get("/gate/counted/count/" + next.incrementAndGet());
    } catch (UncheckedIOException e) {
      // The gate is dead; this call's fate is what the test is about.
      return;
    }
    if (upstream.reached().size() - before >= CALLS_BEFORE_DEATH) {
      alive.countDown();
    }
  }

  private static void register(GateUnderTest gate, CountingUpstream upstream) {
    Http admin = Http.as(gate, "admin");
    assertThat(admin.put("/api/v1/policy", "application/yaml", POLICY).status()).isEqualTo(200);
    String connection =
        """
        {"protocol": "rest", "url": "%s", "labels": {},
         "settings": {"operations": [{"method": "GET", "path": "/count/{n}"}]}}
        """
            .formatted(upstream.url());
    assertThat(admin.put("/api/v1/connections/counted", "application/json", connection).status())
        .isBetween(200, 201);
  }

  private static Set<String> recorded(GateUnderTest gate) {
    Http auditor = Http.as(gate, "auditor");
    Set<String> paths = new HashSet<>();
    String query = "/api/v1/events?connection=counted&kind=decided&limit=1000";
    for (String page = query; !page.isEmpty(); ) {
      JsonNode events = auditor.get(page).json();
      for (JsonNode event : events.get("items")) {
        for (JsonNode command : event.at("/detail/commands")) {
          paths.add("/count/" + command.at("/arguments/path/n").asText());
        }
      }
      page = events.path("next").asText("");
    }
    return paths;
  }
}
