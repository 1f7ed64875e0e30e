package org.portcullis.masking;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The member names of one message, each decoded and derived once however often it stands there.
 * Bounded: names beyond a number are not remembered. Used by one thread.
 */
final class MemberTable {

  private static final int SLOTS = 128;
  private static final int MAX_LENGTH = 64;
  private static final int PROBES = 4;

  private final TextMask mask;
  private final @Nullable Known[] table = new @Nullable Known[SLOTS];

  /** A name, and whether nothing in it has to be hidden. */
  record Known(byte[] raw, MemberName name, boolean clean) {}

  MemberTable(TextMask mask) {
    this.mask = mask;
  }

  /** The member whose name the cursor has just taken. */
  Known get(JsonCursor cursor, byte[] json) {
    int length = cursor.end() - cursor.start();
    if (length > MAX_LENGTH) {
      return read(cursor, new byte[0]);
    }
    int hash = 1;
    for (int i = cursor.start(); i < cursor.end(); i++) {
      hash = 31 * hash + json[i];
    }
    int slot = (hash ^ hash >>> 16) & SLOTS - 1;
    for (int probe = 0; probe < PROBES; probe++) {
      int at = slot + probe & SLOTS - 1;
      Known known = table[at];
      if (known == null) {
        known = read(cursor, Arrays.copyOfRange(json, cursor.start(), cursor.end()));
        table[at] = known;
        return known;
      }
      if (Arrays.equals(known.raw, 0, known.raw.length, json, cursor.start(), cursor.end())) {
        return known;
      }
    }
    return read(cursor, new byte[0]);
  }

  private Known read(JsonCursor cursor, byte[] raw) {
    MemberName name = MemberName.of(cursor.decoded());
    return new Known(raw, name, mask.isClean(name.text(), ""));
  }
}
