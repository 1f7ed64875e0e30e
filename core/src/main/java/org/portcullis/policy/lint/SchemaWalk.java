package org.portcullis.policy.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;

/**
 * Where a way through arguments leads in their JSON Schema. Schemas that are put together (by
 * {@code $ref}, {@code anyOf} and the like) are not followed: nothing is known behind them.
 *
 * @param schema the schema at the end; missing where it is not known
 * @param unknownStep whether a step is none of the members that are described
 * @param mayBeAbsent whether a member on the way is not required
 */
record SchemaWalk(JsonNode schema, boolean unknownStep, boolean mayBeAbsent) {

  static SchemaWalk along(JsonNode schema, List<String> steps) {
    JsonNode at = schema;
    boolean mayBeAbsent = false;
    for (String step : steps) {
      JsonNode properties = at.path("properties");
      if (!properties.isObject() || isPutTogether(at)) {
        return new SchemaWalk(MissingNode.getInstance(), false, mayBeAbsent);
      }
      if (!properties.has(step)) {
        return new SchemaWalk(MissingNode.getInstance(), true, false);
      }
      mayBeAbsent |= !isRequired(at, step);
      at = properties.path(step);
    }
    return new SchemaWalk(at, false, mayBeAbsent);
  }

  private static boolean isPutTogether(JsonNode schema) {
    return schema.has("$ref")
        || schema.has("anyOf")
        || schema.has("oneOf")
        || schema.has("allOf")
        || schema.has("patternProperties");
  }

  private static boolean isRequired(JsonNode schema, String member) {
    for (JsonNode required : schema.path("required")) {
      if (required.asText().equals(member)) {
        return true;
      }
    }
    return false;
  }
}
