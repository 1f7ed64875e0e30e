package org.portcullis.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds what two readers of the same JSON could take differently. */
final class JsonAmbiguity {

  private static final BigDecimal LARGEST = BigDecimal.valueOf(Double.MAX_VALUE);

  private JsonAmbiguity() {}

  /** The first ambiguity in a tree whose depth is bounded, or empty. Linear in the tree's size. */
  static Optional<String> find(JsonNode node) {
    if (node.isObject() && hasKeysThatCollide(node)) {
      return Optional.of("an object holds keys that differ only in case");
    }
    if (node.isNumber() && node.decimalValue().abs().compareTo(LARGEST) > 0) {
      return Optional.of("a number is out of range");
    }
    if (holdsHalfAPair(node)) {
      return Optional.of("a text holds half a surrogate pair");
    }
    for (JsonNode child : node) {
      Optional<String> found = find(child);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static boolean hasKeysThatCollide(JsonNode object) {
    if (object.size() < 2) {
      return false;
    }
    Set<String> seen = new HashSet<>();
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      if (!seen.add(fold(names.next()))) {
        return true;
      }
    }
    return false;
  }

  /** Such a text has no UTF-8 form: each reader puts something of its own in the half's place. */
  private static boolean holdsHalfAPair(JsonNode node) {
    if (node.isTextual()) {
      return isTorn(node.textValue());
    }
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      if (isTorn(names.next())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTorn(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Upper then lower, because some letters (for example the Kelvin sign) meet only that way. */
  private static String fold(String key) {
    return key.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
