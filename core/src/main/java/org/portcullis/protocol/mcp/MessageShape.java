package org.portcullis.protocol.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.portcullis.json.StrictJson;

/**
 * Tells a JSON-RPC message by its members. Members that belong to no message are left behind:
 * whatever goes on is written anew from what is kept here.
 */
final class MessageShape {

  private static final int MAX_ID_LENGTH = 1024;
  private static final int MAX_METHOD_LENGTH = 128;

  private MessageShape() {}

  /** The message that a client's value is; empty when it is none. */
  static Optional<McpMessage> ofClient(JsonNode node) {
    return of(node, false);
  }

  /** The message that a server's value is; its errors may have no id. Empty when it is none. */
  static Optional<McpMessage> ofServer(JsonNode node) {
    return of(node, true);
  }

  /** Whether a value can be an id: a text or an integer, never null, a fraction or a container. */
  static boolean isId(JsonNode node) {
    return node.isTextual()
        ? node.textValue().length() <= MAX_ID_LENGTH
        : node.isIntegralNumber() && node.canConvertToLong();
  }

  /** The id of a value that is no proper message, so that its sender can find the refusal. */
  static JsonNode idOf(JsonNode node) {
    JsonNode id = node.path("id");
    return isId(id) ? id : JsonRpc.NO_ID;
  }

  private static Optional<McpMessage> of(JsonNode node, boolean errorsWithoutId) {
    if (!(node instanceof ObjectNode message) || !isVersionTwo(message.path("jsonrpc"))) {
      return Optional.empty();
    }
    return message.has("method") ? call(message) : response(message, errorsWithoutId);
  }

  private static boolean isVersionTwo(JsonNode version) {
    return version.isTextual() && version.textValue().equals("2.0");
  }

  private static Optional<McpMessage> call(ObjectNode message) {
    JsonNode method = message.get("method");
    JsonNode params = message.has("params") ? message.get("params") : StrictJson.object();
    if (!method.isTextual()
        || method.textValue().length() > MAX_METHOD_LENGTH
        || !(params instanceof ObjectNode object)
        || message.has("result")
        || message.has("error")) {
      return Optional.empty();
    }
    if (!message.has("id")) {
      return Optional.of(new McpMessage.Notification(method.textValue(), object));
    }
    JsonNode id = message.get("id");
    return isId(id)
        ? Optional.of(new McpMessage.Request(id, method.textValue(), object))
        : Optional.empty();
  }

  private static Optional<McpMessage> response(ObjectNode message, boolean errorsWithoutId) {
    boolean isError = message.has("error");
    JsonNode content = message.get(isError ? "error" : "result");
    JsonNode id = message.path("id");
    boolean idIsRight =
        isId(id) || (errorsWithoutId && isError && (id.isNull() || !message.has("id")));
    if (!(content instanceof ObjectNode object)
        || isError == message.has("result")
        || !idIsRight
        || (isError && !isError(object))) {
      return Optional.empty();
    }
    return Optional.of(new McpMessage.Response(isId(id) ? id : JsonRpc.NO_ID, isError, object));
  }

  private static boolean isError(ObjectNode error) {
    return error.path("code").isIntegralNumber() && error.path("message").isTextual();
  }
}
