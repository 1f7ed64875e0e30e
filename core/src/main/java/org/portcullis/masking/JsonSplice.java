package org.portcullis.masking;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.masking.MemberTable.Known;

/**
 * Masks one JSON text by cutting out what must go and leaving every other byte as it is: spelling
 * of numbers, order, white space. Used once, by one thread.
 */
final class JsonSplice {

  /** As deep as JSON is read anywhere in the gate. */
  private static final int MAX_DEPTH = 128;

  /** No encoded text and no secret is shorter, unless a name gives it away. */
  private static final int MIN_OPAQUE = 12;

  private static final int MIN_CARD = 14;

  private final Leaves leaves;
  private final Rules rules;
  private final byte[] json;
  private final Manner manner;
  private final int nested;
  private final JsonCursor cursor;
  private final MemberTable members;
  private final Edits edits = new Edits();
  private Hits hits = new Hits();

  /** How strictly a text is read. */
  private enum Manner {
    /** A message: an object with a name twice is refused. */
    MESSAGE,
    /** A text that is JSON: each of several members of one name is masked. */
    NESTED,
    /** JSON somewhere in a text: what was read before it breaks off is masked all the same. */
    EMBEDDED
  }

  private JsonSplice(Leaves leaves, byte[] json, Manner manner, int nested) {
    this.leaves = leaves;
    this.rules = leaves.rules();
    this.json = json;
    this.manner = manner;
    this.nested = nested;
    this.cursor = new JsonCursor(json);
    this.members = new MemberTable(leaves.texts());
  }

  /** For a message. */
  static JsonSplice message(Leaves leaves, byte[] json) {
    return new JsonSplice(leaves, json, Manner.MESSAGE, 0);
  }

  /** For a text that is JSON. */
  static JsonSplice nested(Leaves leaves, byte[] json, int nested) {
    return new JsonSplice(leaves, json, Manner.NESTED, nested);
  }

  /** For a text that has JSON in it. */
  static JsonSplice embedded(Leaves leaves, byte[] text, int nested) {
    return new JsonSplice(leaves, text, Manner.EMBEDDED, nested);
  }

  /**
   * The masked text, or the same array when there is nothing to mask.
   *
   * @throws NotJson when it is not JSON
   */
  byte[] mask(Place root, Hits into) {
    hits = into;
    value(root, 0);
    if (cursor.peek() >= 0) {
      throw new NotJson("not JSON: something follows the value");
    }
    return edits.apply(json);
  }

  /**
   * Masks JSON values anywhere in a text, broken ones as far as they go, and leaves what is between
   * them. The masked text, or the same array.
   */
  byte[] maskBetween(Place root, Hits into) {
    hits = into;
    while (cursor.seekOpening()) {
      valueAsFarAsItGoes(root);
    }
    return edits.apply(json);
  }

  /** Takes one byte at least. Whether it was a whole value. */
  private boolean valueAsFarAsItGoes(Place root) {
    try {
      value(root, 0);
      return true;
    } catch (NotJson e) {
      return false;
    }
  }

  private void value(Place place, int depth) {
    switch (cursor.peek()) {
      case '{' -> object(place, depth + 1);
      case '[' -> array(place, depth + 1);
      case '"' -> string(place);
      case 't' -> bool("true", place);
      case 'f' -> bool("false", place);
      case 'n' -> cursor.word("null");
      default -> number(place);
    }
  }

  private void object(Place place, int depth) {
    checkDepth(depth);
    cursor.expect('{');
    if (cursor.take('}')) {
      return;
    }
    MemberNames names = new MemberNames();
    List<Renaming> renamings = new ArrayList<>(0);
    do {
      cursor.peek();
      cursor.string();
      Known known = members.get(cursor, json);
      Place member = place.member(known.name());
      if (known.clean() || member.kept()) {
        boolean first = names.add(known.name().text());
        if (!first && manner == Manner.MESSAGE) {
          throw new NotJson("an object holds a key twice");
        }
      } else {
        renamings.add(rename(known.name().text()));
      }
      cursor.expect(':');
      value(member, depth);
    } while (cursor.take(','));
    cursor.expect('}');
    renamings.forEach(r -> edits.change(r.edit, JsonStrings.quote(names.unique(r.masked))));
  }

  /** A name to be masked; what it becomes is known when all names of its object are. */
  private record Renaming(int edit, String masked) {}

  private Renaming rename(String name) {
    String masked = leaves.memberName(name, hits);
    int edit = edits.add(cursor.start() - 1, cursor.end() + 1, JsonStrings.quote(masked));
    return new Renaming(edit, masked);
  }

  private void array(Place place, int depth) {
    checkDepth(depth);
    cursor.expect('[');
    if (cursor.take(']')) {
      return;
    }
    int index = 0;
    do {
      value(place.element(index), depth);
      index++;
    } while (cursor.take(','));
    cursor.expect(']');
  }

  private void string(Place place) {
    int before = cursor.at();
    try {
      cursor.string();
    } catch (NotJson e) {
      brokenString(before, place);
      throw e;
    }
    if ((cursor.content() & JsonCursor.NOT_ASCII) == 0 && !mayMatter(place)) {
      return;
    }
    int start = cursor.start() - 1;
    int end = cursor.end() + 1;
    Masked masked = leaves.string(cursor.decoded(), place, nested, hits);
    if (masked.changed()) {
      String text = masked.text();
      edits.add(start, end, text == null ? "null" : JsonStrings.quote(text));
    }
  }

  /** A selected text that is misspelled or breaks off is hidden as far as it can be told. */
  private void brokenString(int start, Place place) {
    if (manner == Manner.EMBEDDED && place.rule() >= 0) {
      cursor.skipString(start);
      edits.add(start, cursor.at(), '"' + Operators.FIELD_LABEL);
      hits.add(rules.entry(place.rule()).id(), MaskingHit.FIELD);
    }
  }

  /** A cheap look that spares most strings the decoding. */
  private boolean mayMatter(Place place) {
    if (place.kept()) {
      return false;
    }
    int content = cursor.content();
    if (place.rule() >= 0 || (content & (JsonCursor.OPENING | JsonCursor.ESCAPE)) != 0) {
      return true;
    }
    return !rules.detectsNothing()
        && (cursor.end() - cursor.start() >= MIN_OPAQUE
            || (content & (JsonCursor.AT | JsonCursor.ASSIGNMENT)) != 0
            || place.credential());
  }

  private void bool(String word, Place place) {
    cursor.word(word);
    replace(leaves.bool(place, hits));
  }

  private void number(Place place) {
    boolean integer = cursor.number();
    boolean quiet =
        place.rule() < 0
            && (rules.detectsNothing() || (cursor.digits() < MIN_CARD && !place.credential()));
    if (quiet) {
      return;
    }
    String spelling =
        new String(json, cursor.start(), cursor.end() - cursor.start(), StandardCharsets.US_ASCII);
    replace(integer ? leaves.integer(spelling, place, hits) : leaves.number(spelling, place, hits));
  }

  private void replace(Masked masked) {
    if (masked.changed()) {
      String text = masked.text();
      edits.add(cursor.start(), cursor.end(), text == null ? "null" : text);
    }
  }

  private static void checkDepth(int depth) {
    if (depth > MAX_DEPTH) {
      throw new NotJson("deeper than " + MAX_DEPTH);
    }
  }
}
