package org.portcullis.dissection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a tool's own schema (JSON Schema) says about an argument: by {@code format}, by {@code
 * contentMediaType}, or by how its description begins.
 */
final class SchemaKinds {

  private static final String BECAUSE = "schema";

  /** Only the beginning of a description says what the argument is. */
  private static final int MAX_DESCRIPTION = 80;

  private static final Map<String, ArgumentKind> FORMATS =
      Map.ofEntries(
          Map.entry("uri", ArgumentKind.HTTP),
          Map.entry("url", ArgumentKind.HTTP),
          Map.entry("iri", ArgumentKind.HTTP),
          Map.entry("uri-reference", ArgumentKind.HTTP),
          Map.entry("path", ArgumentKind.FILE),
          Map.entry("file-path", ArgumentKind.FILE),
          Map.entry("directory-path", ArgumentKind.FILE),
          Map.entry("sql", ArgumentKind.SQL),
          Map.entry("shell", ArgumentKind.SHELL),
          Map.entry("bash", ArgumentKind.SHELL));

  private static final Map<String, ArgumentKind> MEDIA_TYPES =
      Map.of(
          "application/sql", ArgumentKind.SQL,
          "text/x-sql", ArgumentKind.SQL,
          "application/x-sh", ArgumentKind.SHELL,
          "text/x-shellscript", ArgumentKind.SHELL,
          "text/javascript", ArgumentKind.CODE,
          "application/javascript", ArgumentKind.CODE,
          "text/x-python", ArgumentKind.CODE);

  private static final Pattern DESCRIPTION =
      Pattern.compile(
          "(?i)^\\s*(?:(?:the|an?|any|optional|raw|full|valid|complete|absolute|relative|read-only"
              + "|single|list of|array of|one or more)\\s+)*"
              + "(?:(sql (?:query|queries|statements?|commands?|script)\\b)"
              + "|((?:shell|bash|terminal|cli) (?:command|script)s?\\b)"
              + "|((?:https? )?urls?\\b|uris?\\b)"
              + "|((?:file|directory|folder)?\\s*paths? (?:to|of|for|where)\\b"
              + "|(?:file|directory|folder) ?paths?\\b)"
              + "|((?:python|javascript|js|typescript) (?:code|script|function|source)\\b))");

  private static final ArgumentKind[] GROUPS = {
    ArgumentKind.SQL, ArgumentKind.SHELL, ArgumentKind.HTTP, ArgumentKind.FILE, ArgumentKind.CODE
  };

  private SchemaKinds() {}

  /** What the schema of all arguments says about this one; empty when nothing. */
  static Optional<Recognition> of(JsonNode schema, Argument argument) {
    JsonNode own = below(schema, argument.place());
    return own.isObject() ? kind(own).map(kind -> Recognition.of(kind, BECAUSE)) : Optional.empty();
  }

  /** Recursive: the depth of what the gate reads is bounded. */
  private static JsonNode below(JsonNode schema, Place place) {
    Place above = place.above();
    if (above == null) {
      return place.isUnwrapped() ? MissingNode.getInstance() : schema;
    }
    JsonNode holder = below(schema, above);
    return above.node().isArray()
        ? holder.path("items")
        : holder.path("properties").path(place.step());
  }

  private static Optional<ArgumentKind> kind(JsonNode own) {
    ArgumentKind byFormat = FORMATS.get(lower(own.path("format")));
    if (byFormat != null) {
      return Optional.of(byFormat);
    }
    ArgumentKind byType = MEDIA_TYPES.get(lower(own.path("contentMediaType")));
    return byType != null ? Optional.of(byType) : described(own.path("description").asText());
  }

  private static Optional<ArgumentKind> described(String description) {
    Matcher matcher =
        DESCRIPTION.matcher(
            description.substring(0, Math.min(description.length(), MAX_DESCRIPTION)));
    if (matcher.find()) {
      for (int i = 0; i < GROUPS.length; i++) {
        if (matcher.group(i + 1) != null) {
          return Optional.of(GROUPS[i]);
        }
      }
    }
    return Optional.empty();
  }

  private static String lower(JsonNode text) {
    return text.asText().toLowerCase(Locale.ROOT);
  }
}
