package org.portcullis.protocol.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.portcullis.json.StrictJson;

/** Takes {@code completion/complete} apart: its values come from data, so it is a command. */
final class Completions {

  private Completions() {}

  static Plan plan(JsonNode id, ObjectNode given, ObjectNode params) {
    JsonNode ref = given.path("ref");
    Optional<String> target = target(ref);
    if (target.isEmpty()) {
      return Plan.Invalid.params("ref: not a prompt or a resource");
    }
    boolean isPrompt = ref.path("type").asText().equals("ref/prompt");
    params
        .putObject("ref")
        .put("type", ref.path("type").textValue())
        .put(isPrompt ? "name" : "uri", target.get());
    return arguments(given)
        .map(
            arguments ->
                Planner.ready(
                    id, McpMethod.COMPLETE, "completion:complete", target.get(), arguments, params))
        .orElseGet(() -> Plan.Invalid.params("argument, context: not of their shape"));
  }

  private static Optional<String> target(JsonNode ref) {
    JsonNode uri = ref.path("uri");
    return switch (ref.path("type").asText()) {
      case "ref/prompt" -> Planner.name(ref.path("name"));
      case "ref/resource" ->
          uri.isTextual() ? ResourceUri.canonicalTemplate(uri.textValue()) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<ObjectNode> arguments(ObjectNode given) {
    JsonNode name = given.path("argument").path("name");
    JsonNode value = given.path("argument").path("value");
    if (!name.isTextual() || !value.isTextual()) {
      return Optional.empty();
    }
    ObjectNode arguments = StrictJson.object();
    arguments.putObject("argument").put("name", name.textValue()).put("value", value.textValue());
    JsonNode known = given.path("context").path("arguments");
    if (known.isMissingNode()) {
      return Optional.of(arguments);
    }
    for (JsonNode text : known) {
      if (!text.isTextual()) {
        return Optional.empty();
      }
    }
    arguments.putObject("context").set("arguments", known);
    return known.isObject() ? Optional.of(arguments) : Optional.empty();
  }
}
