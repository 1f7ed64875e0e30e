package org.portcullis.protocol.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portcullis.masking.Masker;
import org.portcullis.protocol.mcp.Conversation.Waiting;

/** The requests that an answer may still answer, each once. Used by one thread. */
final class OpenRequests {

  private final Map<JsonNode, Waiting> open;

  OpenRequests(List<Waiting> waiting) {
    this.open =
        waiting.stream()
            .collect(
                Collectors.toMap(
                    each -> each.step().requestId(),
                    Function.identity(),
                    (first, second) -> first,
                    LinkedHashMap::new));
  }

  static OpenRequests of(Steps steps, Masker masker) {
    return new OpenRequests(
        steps.requests().stream().map(step -> new Waiting(step, masker)).toList());
  }

  /**
   * Finds the request that an answer is for. An upstream that answers {@code "0"} to {@code 0} is
   * understood when only one open request reads like that; an error without an id is about the only
   * one.
   *
   * @return empty when it was answered already or never asked
   */
  Optional<Waiting> find(JsonNode id) {
    Waiting exact = open.get(id);
    if (exact != null) {
      return Optional.of(exact);
    }
    List<JsonNode> alike =
        open.keySet().stream()
            .filter(other -> id.isNull() ? open.size() == 1 : other.asText().equals(id.asText()))
            .toList();
    return alike.size() == 1 ? Optional.ofNullable(open.get(alike.get(0))) : Optional.empty();
  }

  /** The request of exactly this id has its answer. */
  void close(JsonNode id) {
    open.remove(id);
  }

  List<Waiting> remaining() {
    return List.copyOf(open.values());
  }

  boolean isEmpty() {
    return open.isEmpty();
  }
}
