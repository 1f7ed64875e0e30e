package org.portcullis.masking;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.portcullis.json.StrictJson;

/** JSON that stands in a text: masked like any other, then put back. Immutable. */
final class InnerJson {

  /** How deep texts with JSON inside texts with JSON are opened. */
  private static final int MAX_NESTED = 4;

  private final Leaves leaves;

  InnerJson(Leaves leaves) {
    this.leaves = leaves;
  }

  /**
   * Masks a text that is an object or an array as a whole; empty when it is not.
   *
   * @param nested how many texts are around this one
   */
  Optional<Masked> whole(String text, Place place, int nested, Hits hits) {
    if (!mayBeJson(text)) {
      return Optional.empty();
    }
    if (nested >= MAX_NESTED) {
      return tooDeep(text, hits);
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    Hits found = new Hits();
    try {
      byte[] masked = JsonSplice.nested(leaves, utf8, nested + 1).mask(place.inside(), found);
      hits.addAll(found);
      return Optional.of(
          masked == utf8
              ? Masked.UNCHANGED
              : new Masked(true, new String(masked, StandardCharsets.UTF_8)));
    } catch (NotJson e) {
      return Optional.empty();
    }
  }

  /** Masks the JSON that stands between other words. */
  String between(String text, Place place, int nested, Hits hits) {
    boolean opening = text.indexOf('{') >= 0 || text.indexOf('[') >= 0;
    if (!opening || leaves.rules().selectors().isEmpty() || nested >= MAX_NESTED) {
      return text;
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    byte[] masked = JsonSplice.embedded(leaves, utf8, nested + 1).maskBetween(place.inside(), hits);
    return masked == utf8 ? text : new String(masked, StandardCharsets.UTF_8);
  }

  /** What is not opened may hold selected fields; so it is hidden if any are selected. */
  private Optional<Masked> tooDeep(String text, Hits hits) {
    int rule = leaves.rules().selectors().firstRule();
    boolean json = rule >= 0 && StrictJson.read(text) instanceof StrictJson.Reading.Value;
    return json ? Optional.of(leaves.field(text, rule, hits)) : Optional.empty();
  }

  private static boolean mayBeJson(String text) {
    int first = 0;
    int last = text.length() - 1;
    while (first < last && isBlank(text.charAt(first))) {
      first++;
    }
    while (last > first && isBlank(text.charAt(last))) {
      last--;
    }
    if (first >= last) {
      return false;
    }
    char open = text.charAt(first);
    char close = text.charAt(last);
    return (open == '{' && close == '}') || (open == '[' && close == ']');
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }
}
