package org.portcullis.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.portcullis.e2e.Http;

/** The gate's audit trail as an auditor reads it over the API, from a starting point on. */
final class Trail {

  private static final int PAGE = 1000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Http auditor;
  private long last;

  Trail(Http auditor) {
    this.auditor = auditor;
  }

  /** Forgets what was recorded so far: what a test asks for is what it caused. */
  void restart() {
    for (List<JsonNode> page = page(last); !page.isEmpty(); page = page(last)) {
      last = page.get(page.size() - 1).get("number").asLong();
    }
  }

  /** Everything that was recorded since the start. */
  List<JsonNode> events() {
    List<JsonNode> events = new ArrayList<>();
    long seen = last;
    for (List<JsonNode> page = page(seen); !page.isEmpty(); page = page(seen)) {
      events.addAll(page);
      seen = page.get(page.size() - 1).get("number").asLong();
    }
    return events;
  }

  /** The events of a kind. */
  List<JsonNode> events(String kind) {
    return events().stream().filter(event -> event.get("kind").asText().equals(kind)).toList();
  }

  /** An event of this kind that fits; some are recorded a moment after their answer is sent. */
  JsonNode expect(String kind, Predicate<JsonNode> fits) {
    List<JsonNode> found = new ArrayList<>();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(
            () -> {
              events(kind).stream().filter(fits).forEach(found::add);
              assertThat(found)
                  .as("events of kind %s that fit, in %s", kind, events())
                  .isNotEmpty();
            });
    return found.get(0);
  }

  /** An event of this kind. */
  JsonNode expect(String kind) {
    return expect(kind, event -> true);
  }

  private List<JsonNode> page(long after) {
    Http.Reply reply = auditor.get("/api/v1/events?limit=" + PAGE + "&after=" + after);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    List<JsonNode> items = new ArrayList<>();
    reply.json().get("items").forEach(items::add);
    return items;
  }
}
