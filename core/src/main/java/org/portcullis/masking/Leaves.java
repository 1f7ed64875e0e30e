package org.portcullis.masking;

import java.util.Optional;
import org.portcullis.masking.MaskingEntry.Operator;

/** Decides about single values, wherever they come from. Immutable; shared by threads. */
final class Leaves {

  /** Hiding one value may bring another to light; more rounds than this mean a fault. */
  private static final int MAX_ROUNDS = 8;

  private final Rules rules;
  private final TextMask texts;
  private final InnerJson inner;

  Leaves(Rules rules) {
    this.rules = rules;
    this.texts = new TextMask(rules);
    this.inner = new InnerJson(this);
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

  /**
   * A text that is no selected field: JSON inside is opened, the rest is searched, until nothing
   * more changes; so what comes out stays as it is when it comes in again.
   */
  Masked text(String value, Place place, int nested, boolean mayBecomeNull, Hits hits) {
    String current = value;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      Optional<Masked> whole =
          isSecret(current, place) ? Optional.empty() : inner.whole(current, place, nested, hits);
      if (whole.isPresent()) {
        return whole.get().changed() ? whole.get() : Masked.from(value, current);
      }
      Masked masked = plain(current, place, nested, mayBecomeNull, hits);
      if (!masked.changed()) {
        return Masked.from(value, current);
      }
      if (masked.text() == null) {
        return masked;
      }
      current = masked.text();
    }
    throw new MaskingFailed("text: still changes after " + MAX_ROUNDS + " rounds");
  }

  private Masked plain(String value, Place place, int nested, boolean mayBecomeNull, Hits hits) {
    String opened = inner.between(value, place, nested, hits);
    Masked masked = texts.mask(opened, place.secretName(), mayBecomeNull, hits);
    return masked.changed() ? masked : Masked.from(value, opened);
  }

  /** Whether the name that holds a text makes a secret of all of it. */
  private boolean isSecret(String text, Place place) {
    return place.credential() && texts.isAllOne(text, place.secretName());
  }

  /** An integer, by its spelling: it may be selected, and it may be a found value. */
  Masked integer(String spelling, Place place, Hits hits) {
    if (place.rule() >= 0 || place.kept() || isZero(spelling)) {
      return number(spelling, place, hits);
    }
    Masked masked = texts.mask(spelling, place.secretName(), true, hits);
    if (!masked.changed()) {
      return Masked.UNCHANGED;
    }
    return masked.text() == null ? Masked.TO_NULL : Masked.TO_ZERO;
  }

  /** A number that may be selected. Zero is what masked numbers become. */
  Masked number(String spelling, Place place, Hits hits) {
    if (place.kept() || place.rule() < 0) {
      return Masked.UNCHANGED;
    }
    MaskingEntry entry = rules.entry(place.rule());
    boolean toNull = entry.operator() == Operator.NULL;
    if (!toNull && isZero(spelling)) {
      return Masked.UNCHANGED;
    }
    hits.add(entry.id(), MaskingHit.FIELD);
    return toNull ? Masked.TO_NULL : Masked.TO_ZERO;
  }

  private static boolean isZero(String spelling) {
    return spelling.equals("0") || spelling.equals("-0");
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

  /** The text of a field that a rule selects. */
  Masked field(String value, int rule, Hits hits) {
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
}
