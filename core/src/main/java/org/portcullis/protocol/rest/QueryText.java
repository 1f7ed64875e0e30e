package org.portcullis.protocol.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.portcullis.json.StrictJson;
import org.portcullis.text.PercentCoding;
import org.portcullis.text.PlainText;

/** Reads a query into an object and writes it back in one way only. */
final class QueryText {

  /** Some frameworks take the HTTP method from here, and would run another operation. */
  private static final String METHOD_OVERRIDE = "_method";

  private QueryText() {}

  /**
   * The parameters of a raw query, as an object of texts; a key that comes several times has an
   * array of them. Empty when the query can be read in more than one way.
   */
  static Optional<ObjectNode> read(String raw) {
    ObjectNode query = StrictJson.object();
    for (String pair : raw.isEmpty() ? new String[0] : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      Optional<String> name = decode(equals < 0 ? pair : pair.substring(0, equals));
      Optional<String> value = decode(equals < 0 ? "" : pair.substring(equals + 1));
      if (name.isEmpty() || value.isEmpty() || !isPlain(name.get())) {
        return Optional.empty();
      }
      add(query, name.get(), value.get());
    }
    return hasKeysThatCollide(query) ? Optional.empty() : Optional.of(query);
  }

  /** The raw query of such an object, without a question mark; empty text when it has no member. */
  static String write(JsonNode query) {
    List<String> pairs = new ArrayList<>();
    query
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().isArray()) {
                entry.getValue().forEach(value -> pairs.add(pair(entry.getKey(), value)));
              } else {
                pairs.add(pair(entry.getKey(), entry.getValue()));
              }
            });
    return String.join("&", pairs);
  }

  private static void add(ObjectNode query, String name, String value) {
    JsonNode known = query.get(name);
    if (known == null) {
      query.put(name, value);
    } else if (known instanceof ArrayNode values) {
      values.add(value);
    } else {
      query.putArray(name).add(known).add(value);
    }
  }

  private static Optional<String> decode(String raw) {
    return PercentCoding.decode(raw.replace('+', ' ')).filter(text -> text.indexOf('\0') < 0);
  }

  private static boolean isPlain(String name) {
    return !name.isEmpty() && PlainText.isReadable(name) && !overridesMethod(name);
  }

  /** Whether a body says what a query must not say either. */
  static boolean overridesMethod(JsonNode body) {
    return body.properties().stream().anyMatch(member -> overridesMethod(member.getKey()));
  }

  private static boolean overridesMethod(String name) {
    return name.toLowerCase(Locale.ROOT).equals(METHOD_OVERRIDE);
  }

  private static boolean hasKeysThatCollide(ObjectNode query) {
    Set<String> seen = new HashSet<>();
    for (var names = query.fieldNames(); names.hasNext(); ) {
      if (!seen.add(names.next().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private static String pair(String name, JsonNode value) {
    return PercentCoding.encode(name) + "=" + PercentCoding.encode(value.asText());
  }
}
