package org.portcullis.protocol.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portcullis.json.StrictJson;

/** What a client's body came to. */
sealed interface MessageReading {

  /**
   * Messages whose shape is right.
   *
   * @param batch whether they came in an array, even one of a single element
   */
  record Messages(List<McpMessage> list, boolean batch) implements MessageReading {}

  /** Nothing that can be taken. */
  record Faulty(int code, String reason, JsonNode id) implements MessageReading {}

  /** Reads a body. */
  static MessageReading of(byte[] body, int maxBatch) {
    StrictJson.Reading reading = StrictJson.read(body);
    if (reading instanceof StrictJson.Reading.Unreadable unreadable) {
      int code =
          unreadable.fault() == StrictJson.Fault.MALFORMED
              ? JsonRpc.PARSE_ERROR
              : JsonRpc.INVALID_REQUEST;
      return new Faulty(code, "the body is not plain JSON: " + unreadable.reason(), JsonRpc.NO_ID);
    }
    JsonNode node = ((StrictJson.Reading.Value) reading).node();
    return node instanceof ArrayNode array ? batch(array, maxBatch) : single(node);
  }

  private static MessageReading single(JsonNode node) {
    return MessageShape.ofClient(node)
        .<MessageReading>map(message -> new Messages(List.of(message), false))
        .orElseGet(() -> invalid("not a JSON-RPC 2.0 message", MessageShape.idOf(node)));
  }

  private static MessageReading batch(ArrayNode array, int maxBatch) {
    if (array.isEmpty() || array.size() > maxBatch) {
      return invalid("a batch is empty or too long", JsonRpc.NO_ID);
    }
    List<McpMessage> messages = new ArrayList<>();
    for (JsonNode element : array) {
      Optional<McpMessage> message = MessageShape.ofClient(element);
      if (message.isEmpty()) {
        return invalid("an element of the batch is not a JSON-RPC 2.0 message", JsonRpc.NO_ID);
      }
      messages.add(message.get());
    }
    return wholeBatch(messages);
  }

  private static MessageReading wholeBatch(List<McpMessage> messages) {
    long responses = messages.stream().filter(McpMessage.Response.class::isInstance).count();
    if (responses != 0 && responses != messages.size()) {
      return invalid("a batch mixes requests and responses", JsonRpc.NO_ID);
    }
    Set<JsonNode> ids = new HashSet<>();
    for (McpMessage message : messages) {
      if (message instanceof McpMessage.Request request && !ids.add(request.id())) {
        return invalid("a batch holds an id twice", JsonRpc.NO_ID);
      }
    }
    return new Messages(List.copyOf(messages), true);
  }

  private static Faulty invalid(String reason, JsonNode id) {
    return new Faulty(JsonRpc.INVALID_REQUEST, reason, id);
  }
}
