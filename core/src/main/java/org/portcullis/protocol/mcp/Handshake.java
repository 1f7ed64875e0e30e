package org.portcullis.protocol.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.json.StrictJson;

/**
 * Edits {@code initialize} both ways: only what the gate understands is offered to either side, so
 * that neither begins what the other would never see.
 */
final class Handshake {

  private static final List<String> ABOUT_CLIENT = List.of("name", "version", "title");

  /** Known capabilities of servers, and what of each is passed on. */
  private static final Map<String, List<String>> OF_SERVERS =
      Map.of(
          "logging", List.of(),
          "completions", List.of(),
          "prompts", List.of("listChanged"),
          "resources", List.of("subscribe", "listChanged"),
          "tools", List.of("listChanged"));

  private Handshake() {}

  static Plan request(JsonNode id, ObjectNode given) {
    JsonNode version = given.path("protocolVersion");
    JsonNode capabilities = given.path("capabilities");
    JsonNode client = given.path("clientInfo");
    if (!version.isTextual()
        || !(capabilities instanceof ObjectNode offered)
        || !client.path("name").isTextual()
        || !client.path("version").isTextual()) {
      return Plan.Invalid.params(
          "protocolVersion, capabilities, clientInfo: missing or not of their shape");
    }
    ObjectNode params = StrictJson.object();
    McpVersion proposed = McpVersion.named(version.textValue()).orElse(McpVersion.NEWEST);
    params.put("protocolVersion", proposed.label());
    params.set("capabilities", clientCapabilities(offered));
    ObjectNode info = params.putObject("clientInfo");
    for (String known : ABOUT_CLIENT) {
      if (client.path(known).isTextual()) {
        info.set(known, client.get(known));
      }
    }
    return new Plan.Ready(new Step(id, McpMethod.INITIALIZE, params, null));
  }

  /**
   * What the gate lets servers ask of clients: roots, sampling without tools, form elicitation.
   * Experimental capabilities and tasks would carry commands past the gate.
   */
  private static ObjectNode clientCapabilities(ObjectNode offered) {
    ObjectNode passed = StrictJson.object();
    if (offered.path("roots").isObject()) {
      passed.set("roots", only(offered.get("roots"), List.of("listChanged")));
    }
    if (offered.path("sampling").isObject()) {
      passed.putObject("sampling");
    }
    JsonNode elicitation = offered.path("elicitation");
    if (elicitation.has("form")) {
      passed.putObject("elicitation").putObject("form");
    } else if (elicitation.isObject() && elicitation.isEmpty()) {
      passed.putObject("elicitation");
    }
    return passed;
  }

  /**
   * The result as the client gets it.
   *
   * @return empty when it is no result of {@code initialize}, or of a revision that is not ours
   */
  static Optional<ObjectNode> result(ObjectNode given) {
    boolean isOurs =
        given.path("protocolVersion").isTextual()
            && McpVersion.named(given.get("protocolVersion").textValue()).isPresent();
    if (!isOurs || !given.path("capabilities").isObject() || !given.path("serverInfo").isObject()) {
      return Optional.empty();
    }
    ObjectNode result = StrictJson.object();
    result.set("protocolVersion", given.get("protocolVersion"));
    ObjectNode passed = result.putObject("capabilities");
    given
        .get("capabilities")
        .properties()
        .forEach(
            entry -> {
              List<String> known = OF_SERVERS.get(entry.getKey());
              if (known != null && entry.getValue().isObject()) {
                passed.set(entry.getKey(), only(entry.getValue(), known));
              }
            });
    result.set("serverInfo", given.get("serverInfo"));
    if (given.path("instructions").isTextual()) {
      result.set("instructions", given.get("instructions"));
    }
    return Optional.of(result);
  }

  private static ObjectNode only(JsonNode given, List<String> flags) {
    ObjectNode passed = StrictJson.object();
    for (String flag : flags) {
      if (given.path(flag).isBoolean()) {
        passed.set(flag, given.get(flag));
      }
    }
    return passed;
  }
}
