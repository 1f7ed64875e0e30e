package org.portcullis.tools.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.portcullis.connection.Connection;
import org.portcullis.tools.Calls;
import org.portcullis.tools.Unusable;

/** The connections of a gate, or that nothing is known about them but their names. */
public final class KnownConnections {

  private final Optional<Map<String, Connection>> byName;

  private KnownConnections(Optional<Map<String, Connection>> byName) {
    this.byName = byName;
  }

  /** Any name may be that of a connection, and nothing more is known. */
  public static KnownConnections unknown() {
    return new KnownConnections(Optional.empty());
  }

  /** Those of an answer to {@code GET /api/v1/connections}. */
  public static KnownConnections of(JsonNode answer) {
    if (!answer.path("items").isArray()) {
      throw new Unusable("connections: not a list (expected: {\"items\": […]})");
    }
    Map<String, Connection> byName = new HashMap<>();
    for (JsonNode item : answer.path("items")) {
      String name = item.path("name").asText();
      byName.put(name, Calls.connection(name, item));
    }
    return new KnownConnections(Optional.of(byName));
  }

  /** Whether labels and settings are known. */
  public boolean areKnown() {
    return byName.isPresent();
  }

  /** A connection by name; empty when it is known that there is none. */
  public Optional<Connection> find(String name) {
    return byName.isPresent()
        ? Optional.ofNullable(byName.get().get(name))
        : Optional.of(Calls.connection(name));
  }
}
