package org.portcullis.masking;

import java.nio.charset.StandardCharsets;
import org.portcullis.json.StrictJson;
import org.portcullis.masking.MaskingEntry.Operator;

/** Decides about single values, wherever they come from. Immutable; shared by threads. */
final class Leaves {

  /** How deep texts with JSON inside texts with JSON are opened. */
  private static final int MAX_NESTED = 4;

  private final Rules rules;
  private final TextMask texts;

  Leaves(Rules rules) {
    this.rules = rules;
    this.texts = new TextMask(rules);
  }

  TextMask texts() {
    return texts;
  }

  Rules rules() {
    return rules;
  }

  /**
   * @param nested how many texts are around the message that this value is in
   */
  Masked string(String value, Place place, int nested, Hits hits) {
    if (place.kept() || value.isEmpty()) {
      return Masked.UNCHANGED;
    }
    if (place.rule() >= 0) {
      return field(value, place.rule(), hits);
    }
    return text(value, place, nested, true, hits);
  }

  /** A text that is no selected field: JSON inside is opened, the rest is searched. */
  Masked text(String value, Place place, int nested, boolean mayBecomeNull, Hits hits) {
    if (looksLikeJson(value)) {
      try {
        return json(value, place, nested, hits);
      } catch (NotJson e) {
        // Not every text in brackets is JSON; then it is searched as what it is.
        return texts.mask(value, place.name(), mayBecomeNull, hits);
      }
    }
    return texts.mask(value, place.name(), mayBecomeNull, hits);
  }

  /** An integer, by its spelling. */
  Masked integer(String spelling, Place place, Hits hits) {
    if (place.kept()) {
      return Masked.UNCHANGED;
    }
    if (place.rule() >= 0) {
      return number(spelling, place, hits);
    }
    Hits found = new Hits();
    Masked masked = texts.mask(spelling, place.name(), true, found);
    if (!masked.changed()) {
      return Masked.UNCHANGED;
    }
    found.list().forEach(hit -> hits.add(hit.entry(), hit.type()));
    return masked.text() == null ? Masked.TO_NULL : Masked.TO_ZERO;
  }

  /** A number that stands where a rule may select it. */
  Masked number(String spelling, Place place, Hits hits) {
    if (place.kept() || place.rule() < 0) {
      return Masked.UNCHANGED;
    }
    MaskingEntry entry = rules.entry(place.rule());
    if (entry.operator() == Operator.NULL) {
      hits.add(entry.id(), MaskingHit.FIELD);
      return Masked.TO_NULL;
    }
    if (spelling.equals("0") || spelling.equals("-0")) {
      return Masked.UNCHANGED;
    }
    hits.add(entry.id(), MaskingHit.FIELD);
    return Masked.TO_ZERO;
  }

  /** True and false say little; only a rule that nulls its fields takes them away. */
  Masked bool(Place place, Hits hits) {
    if (place.kept() || place.rule() < 0 || rules.entry(place.rule()).operator() != Operator.NULL) {
      return Masked.UNCHANGED;
    }
    hits.add(rules.entry(place.rule()).id(), MaskingHit.FIELD);
    return Masked.TO_NULL;
  }

  /** A member's name in which something was found. */
  String memberName(String name, Hits hits) {
    Masked masked = texts.mask(name, "", false, hits);
    return masked.text() == null ? name : masked.text();
  }

  private Masked field(String value, int rule, Hits hits) {
    MaskingEntry entry = rules.entry(rule);
    Masked masked =
        entry.operator() == Operator.NULL
            ? Masked.TO_NULL
            : Masked.from(value, Operators.field(entry.operator(), value));
    if (masked.changed()) {
      hits.add(entry.id(), MaskingHit.FIELD);
    }
    return masked;
  }

  private Masked json(String value, Place place, int nested, Hits hits) {
    if (nested >= MAX_NESTED) {
      return tooDeep(value, place, hits);
    }
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    byte[] masked = JsonSplice.nested(this, utf8, nested + 1).mask(place.inside(), hits);
    return masked == utf8
        ? Masked.UNCHANGED
        : new Masked(true, new String(masked, StandardCharsets.UTF_8));
  }

  /** What is not opened may hold selected fields; so it is hidden if any are selected. */
  private Masked tooDeep(String value, Place place, Hits hits) {
    int rule = rules.selectors().firstRule();
    if (rule >= 0 && StrictJson.read(value) instanceof StrictJson.Reading.Value) {
      return field(value, rule, hits);
    }
    return texts.mask(value, place.name(), true, hits);
  }

  private static boolean looksLikeJson(String value) {
    int first = 0;
    int last = value.length() - 1;
    while (first < last && isBlank(value.charAt(first))) {
      first++;
    }
    while (last > first && isBlank(value.charAt(last))) {
      last--;
    }
    char open = value.isEmpty() ? ' ' : value.charAt(first);
    char close = value.isEmpty() ? ' ' : value.charAt(last);
    return (open == '{' && close == '}') || (open == '[' && close == ']');
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }
}
