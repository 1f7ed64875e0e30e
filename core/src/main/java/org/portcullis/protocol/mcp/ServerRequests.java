package org.portcullis.protocol.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * Which requests and notifications of a server a client may see. A sampling request with tools
 * would make the client's model choose commands that pass no gate, and a web address from a server
 * may be a trap: neither is passed on.
 */
final class ServerRequests {

  private static final Set<String> CONTENT = Set.of("text", "image", "audio");
  private static final Set<String> NOTIFICATIONS =
      Set.of(
          "notifications/message",
          "notifications/progress",
          "notifications/cancelled",
          "notifications/tools/list_changed",
          "notifications/prompts/list_changed",
          "notifications/resources/list_changed",
          "notifications/resources/updated");

  private ServerRequests() {}

  static boolean passes(McpMessage.Request request) {
    return switch (request.method()) {
      case "ping", "roots/list" -> true;
      case "elicitation/create" -> isForm(request.params());
      case "sampling/createMessage" -> isWithoutTools(request.params());
      default -> false;
    };
  }

  static boolean passes(McpMessage.Notification notification) {
    return NOTIFICATIONS.contains(notification.method());
  }

  private static boolean isForm(ObjectNode params) {
    JsonNode mode = params.path("mode");
    return (mode.isMissingNode() || mode.asText().equals("form"))
        && !params.has("url")
        && !params.has("task")
        && params.path("message").isTextual()
        && params.path("requestedSchema").isObject();
  }

  private static boolean isWithoutTools(ObjectNode params) {
    if (params.has("tools") || params.has("toolChoice") || params.has("task")) {
      return false;
    }
    for (JsonNode message : params.path("messages")) {
      JsonNode content = message.path("content");
      if (content.isArray()) {
        for (JsonNode block : content) {
          if (!CONTENT.contains(block.path("type").asText())) {
            return false;
          }
        }
      } else if (!CONTENT.contains(content.path("type").asText())) {
        return false;
      }
    }
    return params.path("messages").isArray();
  }
}
