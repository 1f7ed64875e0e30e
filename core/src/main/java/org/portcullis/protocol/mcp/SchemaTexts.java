package org.portcullis.protocol.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portcullis.json.StrictJson;
import org.portcullis.masking.Hits;
import org.portcullis.masking.Masker;

/**
 * Masks a JSON Schema by its texts only. A selector for the field {@code ssn} must not strike the
 * declaration of a parameter of that name: it says nothing about anyone, and without it the tool
 * could not be called.
 */
final class SchemaTexts {

  private static final List<String> OF_TOOLS = List.of("inputSchema", "outputSchema");
  private static final String OF_FORMS = "requestedSchema";

  private SchemaTexts() {}

  /**
   * Masks a whole message, and the schemas inside it by their texts.
   *
   * @param message changed on the way; not used afterwards
   */
  static byte[] maskAround(ObjectNode message, Masker masker, Hits hits) {
    Map<String, Map<String, JsonNode>> lifted = new LinkedHashMap<>();
    lift(message, "/params", List.of(OF_FORMS), lifted);
    int tools = message.path("result").path("tools").size();
    for (int i = 0; i < tools; i++) {
      lift(message, "/result/tools/" + i, OF_TOOLS, lifted);
    }
    JsonNode masked = masker.json(message, Kept.MEMBERS, hits);
    lifted.forEach(
        (pointer, schemas) -> {
          if (masked.at(pointer) instanceof ObjectNode declaring) {
            schemas.forEach((name, schema) -> declaring.set(name, masked(schema, masker, hits)));
          }
        });
    return StrictJson.write(masked);
  }

  private static void lift(
      ObjectNode message,
      String pointer,
      List<String> names,
      Map<String, Map<String, JsonNode>> lifted) {
    if (message.at(pointer) instanceof ObjectNode declaring) {
      for (String name : names) {
        JsonNode schema = declaring.remove(name);
        if (schema != null) {
          lifted.computeIfAbsent(pointer, absent -> new LinkedHashMap<>()).put(name, schema);
        }
      }
    }
  }

  private static JsonNode masked(JsonNode schema, Masker masker, Hits hits) {
    if (schema.isTextual()) {
      return TextNode.valueOf(masker.text(schema.textValue(), hits));
    }
    if (schema instanceof ObjectNode object) {
      ObjectNode masked = StrictJson.object();
      object
          .properties()
          .forEach(entry -> masked.set(entry.getKey(), masked(entry.getValue(), masker, hits)));
      return masked;
    }
    if (schema instanceof ArrayNode array) {
      ArrayNode masked = StrictJson.mapperForNodes().createArrayNode();
      array.forEach(element -> masked.add(masked(element, masker, hits)));
      return masked;
    }
    return schema;
  }
}
