package org.portcullis.recording;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One line of the audit trail, as it is handed over to be recorded. An empty text stands for a part
 * that does not apply.
 *
 * @param at when it happened
 * @param kind what it tells
 * @param session the session's id
 * @param exchange the exchange's id
 * @param actor who: the human's name, or {@code gate} for the gate itself
 * @param subject the human's subject claim
 * @param client the agent
 * @param connection the connection's name
 * @param decision the decision's name in lower case; of an outcome {@code mask} where something was
 *     masked
 * @param detail everything else; masked; not changed after this
 */
public record Event(
    Instant at,
    EventKind kind,
    String session,
    String exchange,
    String actor,
    String subject,
    String client,
    String connection,
    String decision,
    ObjectNode detail) {

  /** The actor of what nobody did. */
  public static final String GATE = "gate";

  public Event {
    requireNonNull(at, "at");
    requireNonNull(kind, "kind");
    requireNonNull(session, "session");
    requireNonNull(exchange, "exchange");
    requireNonNull(actor, "actor");
    requireNonNull(subject, "subject");
    requireNonNull(client, "client");
    requireNonNull(connection, "connection");
    requireNonNull(decision, "decision");
    requireNonNull(detail, "detail");
  }
}
