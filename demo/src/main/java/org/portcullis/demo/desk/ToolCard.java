package org.portcullis.demo.desk;

import java.util.List;
import java.util.Map;

/**
 * What a tool says of itself: name, title, description, schemas and hints, as they stand in {@code
 * tools.json}.
 *
 * @param hints the MCP annotations readOnlyHint, destructiveHint, idempotentHint, openWorldHint
 */
record ToolCard(
    String name,
    String title,
    String description,
    Map<String, Object> inputSchema,
    Map<String, Object> outputSchema,
    Map<String, Object> hints) {

  static List<ToolCard> all() {
    return Json.resource("tools.json").stream().map(ToolCard::from).toList();
  }

  private static ToolCard from(Map<String, Object> json) {
    return new ToolCard(
        (String) json.get("name"),
        (String) json.get("title"),
        (String) json.get("description"),
        object(json, "inputSchema"),
        object(json, "outputSchema"),
        object(json, "annotations"));
  }

  @SuppressWarnings("unchecked") // the file is ours; a test reads every card
  private static Map<String, Object> object(Map<String, Object> json, String name) {
    return (Map<String, Object>) json.get(name);
  }
}
