package org.portcullis.protocol.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.json.StrictJson;
import org.portcullis.text.PlainText;

/**
 * Takes a client's message apart: which command it carries, and which of its parameters go on. Only
 * parameters that are known here go on; a message that lacks one or has it in a wrong shape is
 * refused.
 */
final class Planner {

  private static final int MAX_NAME = 128;
  private static final int MAX_CURSOR = 8 * 1024;
  private static final Set<String> LEVELS =
      Set.of("debug", "info", "notice", "warning", "error", "critical", "alert", "emergency");

  private Planner() {}

  static Plan plan(McpMessage message) {
    if (message instanceof McpMessage.Request request) {
      return McpMethod.request(request.method())
          .map(method -> request(request.id(), method, request.params()))
          .orElseGet(() -> unknown("Method not found"));
    }
    if (message instanceof McpMessage.Notification notification) {
      return McpMethod.notification(notification.method())
          .map(method -> Notifications.plan(method, notification.params()))
          .orElseGet(() -> unknown("Notification not found"));
    }
    return response((McpMessage.Response) message);
  }

  private static Plan request(JsonNode id, McpMethod method, ObjectNode given) {
    ObjectNode params = StrictJson.object();
    if (!putProgressToken(params, given)) {
      return Plan.Invalid.params("_meta.progressToken: neither a text nor an integer");
    }
    return switch (method) {
      case INITIALIZE -> Handshake.request(id, given);
      case SET_LEVEL -> level(id, given, params);
      case LIST_TOOLS, LIST_RESOURCES, LIST_TEMPLATES, LIST_PROMPTS ->
          list(id, method, given, params);
      case CALL_TOOL -> tool(id, given, params);
      case READ_RESOURCE -> resource(id, method, "read", given, params);
      case SUBSCRIBE, UNSUBSCRIBE -> resource(id, method, "subscribe", given, params);
      case GET_PROMPT -> prompt(id, given, params);
      case COMPLETE -> Completions.plan(id, given, params);
      default -> new Plan.Ready(new Step(id, method, params, null));
    };
  }

  private static Plan response(McpMessage.Response response) {
    ObjectNode message = StrictJson.object();
    message.put("jsonrpc", "2.0");
    message.set("id", response.id());
    message.set(response.isError() ? "error" : "result", response.content());
    return new Plan.Ready(new Step(response.id(), McpMethod.RESPONSE, message, null));
  }

  /** Of {@code _meta} only the progress token is known; the rest stays behind. */
  private static boolean putProgressToken(ObjectNode params, ObjectNode given) {
    JsonNode progress = given.path("_meta").path("progressToken");
    if (progress.isMissingNode()) {
      return true;
    }
    params.putObject("_meta").set("progressToken", progress);
    return MessageShape.isId(progress);
  }

  private static Plan level(JsonNode id, ObjectNode given, ObjectNode params) {
    String level = given.path("level").asText();
    if (!LEVELS.contains(level)) {
      return Plan.Invalid.params("level: unknown");
    }
    params.put("level", level);
    return new Plan.Ready(new Step(id, McpMethod.SET_LEVEL, params, null));
  }

  /** A cursor is the server's own; an empty one is a cursor too. */
  private static Plan list(JsonNode id, McpMethod method, ObjectNode given, ObjectNode params) {
    if (given.has("cursor")) {
      JsonNode cursor = given.get("cursor");
      if (!cursor.isTextual() || cursor.textValue().length() > MAX_CURSOR) {
        return Plan.Invalid.params("cursor: not a text, or too long");
      }
      params.set("cursor", cursor);
    }
    return new Plan.Ready(new Step(id, method, params, null));
  }

  private static Plan tool(JsonNode id, ObjectNode given, ObjectNode params) {
    if (given.hasNonNull("task")) {
      return Plan.Invalid.params("task: tasks are not offered");
    }
    return named(id, McpMethod.CALL_TOOL, "tool", given, params);
  }

  private static Plan prompt(JsonNode id, ObjectNode given, ObjectNode params) {
    for (JsonNode value : given.path("arguments")) {
      if (!value.isTextual()) {
        return Plan.Invalid.params("arguments: a prompt takes texts only");
      }
    }
    return named(id, McpMethod.GET_PROMPT, "prompt:get", given, params);
  }

  /** Absent or null arguments are decided about as an empty object, and stay as they were sent. */
  private static Plan named(
      JsonNode id, McpMethod method, String kind, ObjectNode given, ObjectNode params) {
    Optional<String> name = name(given.path("name"));
    if (name.isEmpty()) {
      return Plan.Invalid.params("name: missing, not a plain text, or too long");
    }
    params.put("name", name.get());
    JsonNode arguments = given.get("arguments");
    if (arguments != null && !arguments.isNull() && !arguments.isObject()) {
      return Plan.Invalid.params("arguments: not an object");
    }
    if (arguments != null) {
      params.set("arguments", arguments.isNull() ? arguments : StrictJson.object());
    }
    JsonNode decided = arguments == null || arguments.isNull() ? StrictJson.object() : arguments;
    return ready(id, method, kind, name.get(), decided, params);
  }

  private static Plan resource(
      JsonNode id, McpMethod method, String verb, ObjectNode given, ObjectNode params) {
    JsonNode uri = given.path("uri");
    Optional<String> canonical =
        uri.isTextual() ? ResourceUri.canonical(uri.textValue()) : Optional.empty();
    if (canonical.isEmpty()) {
      return Plan.Invalid.params("uri: missing, not a URI, or ambiguous");
    }
    ObjectNode arguments = StrictJson.object().put("uri", canonical.get());
    return ready(id, method, "resource:" + verb, canonical.get(), arguments, params);
  }

  /** A name that reads the same for everyone. */
  static Optional<String> name(JsonNode node) {
    return node.isTextual() && PlainText.isName(node.textValue(), MAX_NAME)
        ? Optional.of(node.textValue())
        : Optional.empty();
  }

  static Plan ready(
      JsonNode id,
      McpMethod method,
      String kind,
      String name,
      JsonNode arguments,
      ObjectNode params) {
    if (!CommandName.isValid(kind + ":" + name)) {
      return Plan.Invalid.params("name: cannot be the name of a command");
    }
    Command command = Command.of(CommandName.of(kind, name), arguments, "");
    return new Plan.Ready(new Step(id, method, params, command));
  }

  private static Plan unknown(String text) {
    return new Plan.Invalid(JsonRpc.METHOD_NOT_FOUND, text, null);
  }
}
