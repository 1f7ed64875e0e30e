package org.portcullis.tools.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portcullis.policy.Effect;

/**
 * A call as the event of its decision tells it.
 *
 * @param groups of the caller; empty where the event does not say
 * @param commands as they were shown, with their arguments masked; empty for what only opens a
 *     connection, which asks for any rule on it
 */
public record RecordedCall(
    long number,
    Instant at,
    String actor,
    String subject,
    String client,
    String session,
    String connection,
    Effect decision,
    Optional<Set<String>> groups,
    List<JsonNode> commands) {

  /** Reads an event as the API gives it; empty for one that tells no decision. */
  static Optional<RecordedCall> read(JsonNode event) {
    Optional<Effect> decision = Effect.named(event.path("decision").asText());
    if (!event.path("kind").asText().equals("decided") || decision.isEmpty()) {
      return Optional.empty();
    }
    try {
      List<JsonNode> commands = new ArrayList<>();
      event.at("/detail/commands").forEach(commands::add);
      return Optional.of(
          new RecordedCall(
              event.path("number").asLong(),
              Instant.parse(event.path("at").asText()),
              event.path("actor").asText(),
              event.path("subject").asText(),
              event.path("client").asText(),
              event.path("session").asText(),
              event.path("connection").asText(),
              decision.get(),
              groups(event.at("/detail/groups")),
              commands));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Set<String>> groups(JsonNode list) {
    if (!list.isArray()) {
      return Optional.empty();
    }
    Set<String> groups = new LinkedHashSet<>();
    list.forEach(group -> groups.add(group.asText()));
    return Optional.of(groups);
  }
}
