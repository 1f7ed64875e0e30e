package org.portcullis.protocol.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.json.StrictJson;
import org.portcullis.protocol.Failure;
import org.portcullis.protocol.Relay;
import org.portcullis.protocol.UpstreamReadFailed;
import org.portcullis.protocol.mcp.Conversation.Waiting;

/**
 * Brings what a server says to the client, message by message: checked, filtered, masked. Used by
 * one thread.
 */
final class MessageRelay {

  private static final byte[] DROPPED =
      "{\"dropped\":\"at least one message that the gate does not pass on\"}"
          .getBytes(StandardCharsets.UTF_8);

  private final OpenRequests open;
  private final Conversation conversation;
  private final Relay relay;
  private final ResultRelay results;
  private final boolean clientListens;
  private boolean toldOfDrop;

  /**
   * @param clientListens whether the client takes more than answers, because its answer is a stream
   */
  MessageRelay(
      OpenRequests open,
      Conversation conversation,
      Relay relay,
      OutputSchemas schemas,
      boolean clientListens) {
    this.open = open;
    this.conversation = conversation;
    this.relay = relay;
    this.results = new ResultRelay(relay, schemas);
    this.clientListens = clientListens;
  }

  /** A message for the client. */
  record Passed(boolean isAnswer, byte[] message) {}

  /** The requests that have no answer yet. */
  List<Waiting> unanswered() {
    return open.remaining();
  }

  boolean isDone() {
    return open.isEmpty();
  }

  /**
   * Takes one message, or an array of them.
   *
   * @return what goes to the client; may be empty
   * @throws UpstreamReadFailed when it is not what the protocol has here
   * @throws org.portcullis.masking.MaskingFailed when it cannot be masked
   */
  List<Passed> pass(byte[] utf8) throws UpstreamReadFailed {
    if (!(StrictJson.readData(utf8) instanceof StrictJson.Reading.Value value)) {
      throw new UpstreamReadFailed(Failure.UPSTREAM_INVALID);
    }
    List<Passed> passed = new ArrayList<>();
    if (value.node() instanceof ArrayNode array) {
      for (JsonNode element : array) {
        one(element, StrictJson.write(element)).ifPresent(passed::add);
      }
    } else {
      one(value.node(), utf8).ifPresent(passed::add);
    }
    return passed;
  }

  private Optional<Passed> one(JsonNode node, byte[] utf8) throws UpstreamReadFailed {
    McpMessage message =
        MessageShape.ofServer(node)
            .orElseThrow(() -> new UpstreamReadFailed(Failure.UPSTREAM_INVALID));
    if (message instanceof McpMessage.Response response) {
      return answer(response, (ObjectNode) node, utf8);
    }
    if (!clientListens || !mayPass(message)) {
      return dropped();
    }
    byte[] masked = SchemaTexts.maskAround(written(message), relay.masker(), relay.hits());
    relay.transcript().observe(masked);
    return Optional.of(new Passed(false, masked));
  }

  /** Exactly one answer a request: a second one, or one that nobody waits for, goes nowhere. */
  private Optional<Passed> answer(McpMessage.Response response, ObjectNode node, byte[] utf8)
      throws UpstreamReadFailed {
    Optional<Waiting> waiting = open.take(response.id());
    if (waiting.isEmpty()) {
      return dropped();
    }
    JsonNode id = waiting.get().step().requestId();
    boolean isUnwanted = conversation.isCancelled(id);
    conversation.closed(id);
    if (isUnwanted) {
      return dropped();
    }
    byte[] masked = results.relayed(waiting.get(), response, node, utf8);
    return Optional.of(new Passed(true, masked));
  }

  private boolean mayPass(McpMessage message) {
    if (message instanceof McpMessage.Request request) {
      return ServerRequests.passes(request) && conversation.ask(request.id());
    }
    McpMessage.Notification notification = (McpMessage.Notification) message;
    if (notification.method().equals("notifications/resources/updated")) {
      JsonNode uri = notification.params().path("uri");
      return Lists.showsResource("subscribe", uri, relay)
          || Lists.showsResource("read", uri, relay);
    }
    if (notification.method().equals("notifications/cancelled")) {
      return conversation.settle(notification.params().path("requestId"));
    }
    return ServerRequests.passes(notification);
  }

  private static ObjectNode written(McpMessage message) {
    ObjectNode node = StrictJson.object();
    node.put("jsonrpc", "2.0");
    if (message instanceof McpMessage.Request request) {
      node.set("id", request.id());
      node.put("method", request.method());
      node.set("params", request.params());
    } else if (message instanceof McpMessage.Notification notification) {
      node.put("method", notification.method());
      node.set("params", notification.params());
    }
    if (node.path("params").isEmpty()) {
      node.remove("params");
    }
    return node;
  }

  private Optional<Passed> dropped() {
    if (!toldOfDrop) {
      relay.transcript().observe(DROPPED);
      toldOfDrop = true;
    }
    return Optional.empty();
  }
}
