package org.portcullis.policy.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tools behind some connections, as their servers list them.
 *
 * @param byConnection tools by the connection's name; a connection that is not there is not known
 */
public record KnownTools(Map<String, List<Tool>> byConnection) {

  /** No connection is known. */
  public static final KnownTools NONE = new KnownTools(Map.of());

  public KnownTools {
    byConnection = new LinkedHashMap<>(byConnection);
  }

  /**
   * A tool.
   *
   * @param schema the JSON Schema of its arguments
   * @param destructive whether its server says that it destroys
   */
  public record Tool(String name, JsonNode schema, boolean destructive) {

    /** The command that calls it. */
    String command() {
      return "tool:" + name;
    }
  }

  /**
   * Reads {@code {"CONNECTION": ANSWER, …}} with the answers to {@code tools/list} (Model Context
   * Protocol), whole or only their results; empty when it is something else.
   */
  public static Optional<KnownTools> read(JsonNode document) {
    if (!document.isObject()) {
      return Optional.empty();
    }
    Map<String, List<Tool>> byConnection = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : document.properties()) {
      JsonNode answer = entry.getValue();
      JsonNode tools = (answer.has("result") ? answer.path("result") : answer).path("tools");
      if (!tools.isArray()) {
        return Optional.empty();
      }
      List<Tool> list = new ArrayList<>();
      tools.forEach(tool -> list.add(tool(tool)));
      byConnection.put(entry.getKey(), List.copyOf(list));
    }
    return Optional.of(new KnownTools(byConnection));
  }

  private static Tool tool(JsonNode tool) {
    return new Tool(
        tool.path("name").asText(),
        tool.path("inputSchema"),
        tool.path("annotations").path("destructiveHint").asBoolean(false));
  }
}
