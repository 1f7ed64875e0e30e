package org.portcullis.protocol.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portcullis.masking.Masker;

/**
 * What is open between the two sides of one session: requests of the client that wait, and requests
 * of the server that were shown to the client. Bounded; safe for use by many threads.
 */
final class Conversation {

  private static final int MAX_OPEN = 1024;
  private static final int MAX_ASKED = 256;

  private final Map<JsonNode, Waiting> waiting = new LinkedHashMap<>();
  private final Set<JsonNode> cancelled = new HashSet<>();
  private final Set<JsonNode> asked = new HashSet<>();

  /** Ids that two different requests had at once; which of them an answer is for cannot be told. */
  private final Set<JsonNode> ambiguous = new HashSet<>();

  /**
   * A request that waits.
   *
   * @param step the request
   * @param masker what its answer is masked with, on whichever stream it comes; null until the
   *     upstream begins to answer
   */
  record Waiting(Step step, @Nullable Masker masker) {}

  /** A request goes upstream; or its answer begins and will be masked with this. */
  synchronized void opened(Step step, @Nullable Masker masker) {
    Waiting known = waiting.remove(step.requestId());
    if (known == null && waiting.size() >= MAX_OPEN) {
      closed(waiting.keySet().iterator().next());
    }
    if (known != null && !known.step().equals(step) && ambiguous.size() < MAX_OPEN) {
      ambiguous.add(step.requestId());
    }
    waiting.put(step.requestId(), new Waiting(step, masker));
  }

  /** A request has its answer, or will not get one. */
  synchronized void closed(JsonNode id) {
    waiting.remove(id);
    cancelled.remove(id);
  }

  /** Every request whose answer has begun and may go on on another stream. */
  synchronized List<Waiting> begun() {
    return ambiguous.size() < MAX_OPEN
        ? waiting.values().stream().filter(this::isResumable).toList()
        : List.of();
  }

  private boolean isResumable(Waiting request) {
    return request.masker() != null && !ambiguous.contains(request.step().requestId());
  }

  /**
   * The client cancels a request.
   *
   * @return false when no such request waits, so that there is nothing to cancel
   */
  synchronized boolean cancel(JsonNode id) {
    return waiting.containsKey(id) && cancelled.add(id);
  }

  /** Whether the client no longer wants the answer. */
  synchronized boolean isCancelled(JsonNode id) {
    return cancelled.contains(id);
  }

  /**
   * A request of the server is about to be shown to the client.
   *
   * @return false when one of this id is open already, or too many are
   */
  synchronized boolean ask(JsonNode id) {
    return asked.size() < MAX_ASKED && asked.add(id);
  }

  /**
   * The client answers a request of the server, or the server takes it back.
   *
   * @return false when none of this id is open: it was never shown to this client, or is answered
   */
  synchronized boolean settle(JsonNode id) {
    return asked.remove(id);
  }
}
