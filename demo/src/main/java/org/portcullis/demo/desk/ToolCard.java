package org.portcullis.demo.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.portcullis.demo.json.Json;

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
    try (InputStream in = ToolCard.class.getResourceAsStream("tools.json")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Json.objects(text).stream().map(ToolCard::from).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("tools.json", e);
    }
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
