package org.portcullis.protocol.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.portcullis.json.StrictJson;
import org.portcullis.masking.Hits;
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

  /**
   * A message of the server.
   *
   * @param node the whole message
   * @param utf8 the same as it came
   */
  record Said(McpMessage message, ObjectNode node, byte[] utf8) {}

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
   * The messages in a text: one, or an array of them.
   *
   * @throws UpstreamReadFailed when one of them is no message
   */
  static List<Said> said(byte[] utf8) throws UpstreamReadFailed {
    if (!(StrictJson.readData(utf8) instanceof StrictJson.Reading.Value value)) {
      throw new UpstreamReadFailed(Failure.UPSTREAM_INVALID);
    }
    if (!(value.node() instanceof ArrayNode array)) {
      return List.of(said(value.node(), utf8));
    }
    List<Said> all = new ArrayList<>();
    for (JsonNode element : array) {
      all.add(said(element, StrictJson.write(element)));
    }
    return all;
  }

  private static Said said(JsonNode node, byte[] utf8) throws UpstreamReadFailed {
    return MessageShape.ofServer(node)
        .map(message -> new Said(message, (ObjectNode) node, utf8))
        .orElseThrow(() -> new UpstreamReadFailed(Failure.UPSTREAM_INVALID));
  }

  /**
   * Takes one message. A request stays open until its answer is fit to be sent.
   *
   * @return what goes to the client; empty when it goes nowhere
   * @throws UpstreamReadFailed when it is not what the protocol has here
   * @throws org.portcullis.masking.MaskingFailed when it cannot be masked
   */
  Optional<Passed> pass(Said said) throws UpstreamReadFailed {
    if (said.message() instanceof McpMessage.Response response) {
      return answer(response, said);
    }
    if (!clientListens || !isPlain(said.node()) || !mayPass(said.message())) {
      return dropped();
    }
    byte[] masked = SchemaTexts.maskAround(written(said.message()), relay.masker(), relay.hits());
    relay.transcript().observe(masked);
    return Optional.of(new Passed(false, masked));
  }

  /** Exactly one answer a request: a second one, or one that nobody waits for, goes nowhere. */
  private Optional<Passed> answer(McpMessage.Response response, Said said)
      throws UpstreamReadFailed {
    Optional<Waiting> waiting = open.find(response.id());
    if (waiting.isEmpty()) {
      return dropped();
    }
    JsonNode id = waiting.get().step().requestId();
    boolean isUnwanted = conversation.isCancelled(id);
    byte[] masked =
        isUnwanted
            ? new byte[0]
            : results.relayed(waiting.get(), response, said.node(), said.utf8());
    open.close(id);
    conversation.closed(id);
    return isUnwanted ? dropped() : Optional.of(new Passed(true, masked));
  }

  /** Ids and tokens go on as they are; one that masking would change is no mere id. */
  private boolean isPlain(ObjectNode message) {
    JsonNode params = message.path("params");
    return Stream.of(message.path("id"), params.path("progressToken"), params.path("requestId"))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .allMatch(word -> relay.masker().text(word, new Hits()).equals(word));
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
