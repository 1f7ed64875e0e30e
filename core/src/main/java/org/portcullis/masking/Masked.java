package org.portcullis.masking;

import org.jspecify.annotations.Nullable;

/**
 * What became of a scalar.
 *
 * @param changed whether it is another one now
 * @param text its new text; null for JSON null; without meaning when nothing changed
 */
record Masked(boolean changed, @Nullable String text) {

  static final Masked UNCHANGED = new Masked(false, null);
  static final Masked TO_NULL = new Masked(true, null);
  static final Masked TO_ZERO = new Masked(true, "0");

  /** The outcome of turning one text into another. */
  static Masked from(String before, String after) {
    return after.equals(before) ? UNCHANGED : new Masked(true, after);
  }
}
