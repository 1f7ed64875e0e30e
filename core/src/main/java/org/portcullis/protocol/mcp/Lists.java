package org.portcullis.protocol.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.portcullis.command.CommandName;
import org.portcullis.protocol.Relay;

/**
 * Filters lists to what the caller may know of. Cursors are the server's own and stay as they are;
 * a page may become empty.
 */
final class Lists {

  private Lists() {}

  /** The name of the array that a list method answers with; empty when it is no list method. */
  static Optional<String> member(McpMethod method) {
    return switch (method) {
      case LIST_TOOLS -> Optional.of("tools");
      case LIST_RESOURCES -> Optional.of("resources");
      case LIST_TEMPLATES -> Optional.of("resourceTemplates");
      case LIST_PROMPTS -> Optional.of("prompts");
      default -> Optional.empty();
    };
  }

  /** The result with only those elements that the caller may know of; empty when it is no list. */
  static Optional<ObjectNode> filtered(McpMethod method, ObjectNode result, Relay relay) {
    String member = member(method).orElseThrow();
    if (!(result.get(member) instanceof ArrayNode all)) {
      return Optional.empty();
    }
    ObjectNode filtered = result.deepCopy();
    ArrayNode shown = filtered.putArray(member);
    BiPredicate<JsonNode, Relay> isShown = test(method);
    for (JsonNode element : all) {
      if (element.isObject() && isShown.test(element, relay)) {
        shown.add(element);
      }
    }
    return Optional.of(filtered);
  }

  /** Whether the caller may know of a resource. */
  static boolean showsResource(String verb, JsonNode uri, Relay relay) {
    return uri.isTextual()
        && ResourceUri.canonical(uri.textValue())
            .filter(canonical -> shows("resource:" + verb + ":" + canonical, relay))
            .isPresent();
  }

  private static BiPredicate<JsonNode, Relay> test(McpMethod method) {
    return switch (method) {
      case LIST_TOOLS -> (tool, relay) -> showsName("tool:", tool, relay);
      case LIST_PROMPTS -> (prompt, relay) -> showsName("prompt:get:", prompt, relay);
      case LIST_RESOURCES ->
          (resource, relay) -> showsResource("read", resource.path("uri"), relay);
      default -> Lists::showsTemplate;
    };
  }

  private static boolean showsName(String kind, JsonNode element, Relay relay) {
    return Planner.name(element.path("name")).filter(name -> shows(kind + name, relay)).isPresent();
  }

  private static boolean showsTemplate(JsonNode element, Relay relay) {
    JsonNode template = element.path("uriTemplate");
    return template.isTextual()
        && relay
            .policy()
            .showsTemplate(
                relay.caller(), relay.connection(), "resource:read", template.textValue());
  }

  private static boolean shows(String command, Relay relay) {
    return CommandName.isValid(command)
        && relay.policy().shows(relay.caller(), relay.connection(), new CommandName(command));
  }
}
