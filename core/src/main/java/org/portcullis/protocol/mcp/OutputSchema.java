package org.portcullis.protocol.mcp;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A schema that a tool declared. It is the upstream's word: nothing is fetched for it, its patterns
 * run in linear time, and one that cannot be used lets nothing pass.
 */
final class OutputSchema {

  private static final SchemaRegistryConfig CONFIG =
      SchemaRegistryConfig.builder()
          .pathType(PathType.JSON_POINTER)
          .regularExpressionFactory(
              pattern -> {
                Pattern compiled = Pattern.compile(pattern);
                return text -> compiled.matcher(text).find();
              })
          .build();

  private final @Nullable JsonNode source;
  private @Nullable Schema compiled;

  OutputSchema(JsonNode source) {
    this.source = source;
  }

  private OutputSchema() {
    this.source = null;
  }

  /** A schema that nothing is known to fit. */
  static OutputSchema unreadable() {
    return new OutputSchema();
  }

  /**
   * Makes masked content fit: as it is; or without the masked members that do not fit; or with null
   * in their places.
   *
   * @return empty when none of these fits
   */
  Optional<JsonNode> fitted(JsonNode before, JsonNode after) {
    if (source == null) {
      return Optional.empty();
    }
    try {
      List<Error> faults = faults(after);
      if (faults.isEmpty()) {
        return Optional.of(after);
      }
      JsonNode without = after.deepCopy();
      JsonNode withNull = after.deepCopy();
      for (Error fault : faults) {
        JsonPointer place = JsonPointer.compile(fault.getInstanceLocation().toString());
        if (!isMasked(place, before, after) || !replace(place, without, withNull)) {
          return Optional.empty();
        }
      }
      return firstFitting(without, withNull);
    } catch (SchemaException | PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  private Optional<JsonNode> firstFitting(JsonNode without, JsonNode withNull) {
    if (faults(without).isEmpty()) {
      return Optional.of(without);
    }
    return faults(withNull).isEmpty() ? Optional.of(withNull) : Optional.empty();
  }

  /** Only what masking changed may be taken out: another fault is the upstream's own. */
  private static boolean isMasked(JsonPointer place, JsonNode before, JsonNode after) {
    return !before.at(place).equals(after.at(place));
  }

  private static boolean replace(JsonPointer place, JsonNode without, JsonNode withNull) {
    if (place.head() == null
        || !(without.at(place.head()) instanceof ObjectNode parent)
        || !(withNull.at(place.head()) instanceof ObjectNode other)) {
      return false;
    }
    String member = place.last().getMatchingProperty();
    parent.remove(member);
    other.putNull(member);
    return true;
  }

  private List<Error> faults(JsonNode content) {
    return compiled().validate(content);
  }

  private synchronized Schema compiled() {
    if (compiled == null) {
      compiled =
          SchemaRegistry.withDefaultDialect(
                  SpecificationVersion.DRAFT_2020_12,
                  registry ->
                      registry
                          .schemaRegistryConfig(CONFIG)
                          .schemaCacheEnabled(false)
                          .schemaLoader(loader -> loader.fetchRemoteResources(false)))
              .getSchema(source);
    }
    return compiled;
  }
}
