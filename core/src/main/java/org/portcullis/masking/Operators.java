package org.portcullis.masking;

import org.portcullis.masking.MaskingEntry.Operator;

/** What takes the place of a text. What comes out, goes through a second time unchanged. */
final class Operators {

  static final String FIELD_LABEL = "[MASKED]";

  private static final String ASTERISKS = "********";
  private static final int SHOWN = 4;

  /** With fewer letters and digits, the last four would be most of the value. */
  private static final int MIN_FOR_LAST4 = 8;

  private Operators() {}

  /** For the text of a selected field; {@link Operator#NULL} leaves that to the caller. */
  static String field(Operator operator, String value) {
    return switch (operator) {
      case REDACT -> ASTERISKS;
      case LAST4 -> last4(value);
      case LABEL, NULL -> FIELD_LABEL;
    };
  }

  /** For a found value inside a text. Of a secret nothing may remain. */
  static String found(Operator operator, String type, String value) {
    return switch (operator) {
      case REDACT -> ASTERISKS;
      case LAST4 -> Detection.ofType(type) == Detection.SECRETS ? label(type) : last4(value);
      case LABEL, NULL -> label(type);
    };
  }

  private static String label(String type) {
    return "[" + type + "]";
  }

  private static String last4(String value) {
    int count = (int) value.codePoints().filter(Character::isLetterOrDigit).count();
    if (count == SHOWN && isLast4(value)) {
      return value;
    }
    int hidden = count < MIN_FOR_LAST4 ? count : count - SHOWN;
    StringBuilder masked = new StringBuilder(value.length());
    int seen = 0;
    for (int at = 0; at < value.length(); at += Character.charCount(value.codePointAt(at))) {
      int point = value.codePointAt(at);
      boolean hide = Character.isLetterOrDigit(point) && seen++ < hidden;
      masked.appendCodePoint(hide ? '*' : point);
    }
    return masked.toString();
  }

  /** Whether this may be what {@link #last4} makes: four to be seen, as many hidden at least. */
  private static boolean isLast4(String value) {
    return value.chars().filter(c -> c == '*').count() >= SHOWN;
  }
}
