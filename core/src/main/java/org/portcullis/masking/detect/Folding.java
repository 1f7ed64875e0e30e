package org.portcullis.masking.detect;

import java.nio.charset.StandardCharsets;

/**
 * A text as detectors see it: other spellings of ASCII characters become those characters, and what
 * has no width is dropped, so that {@code ４１１１} and {@code gus@<zero width>example.com} are seen
 * for what they are. Offsets lead back to the original.
 */
final class Folding {

  private final String text;
  private final byte[] ascii;
  private final int[] starts;
  private final int[] ends;
  private final boolean identity;

  private Folding(String text, byte[] ascii, int[] starts, int[] ends, boolean identity) {
    this.text = text;
    this.ascii = ascii;
    this.starts = starts;
    this.ends = ends;
    this.identity = identity;
  }

  /** Folds a text; one that is all ASCII is taken as it is. */
  static Folding of(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return utf8.length == text.length()
        ? new Folding(text, utf8, new int[0], new int[0], true)
        : fold(text);
  }

  private static Folding fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    int[] starts = new int[text.length()];
    int[] ends = new int[text.length()];
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      int next = at + Character.charCount(point);
      int seen = seenAs(point);
      if (seen >= 0) {
        starts[folded.length()] = at;
        ends[folded.length()] = next;
        folded.append((char) seen);
      } else if (folded.length() > 0) {
        ends[folded.length() - 1] = next;
      }
      at = next;
    }
    byte[] ascii = new byte[folded.length()];
    for (int i = 0; i < ascii.length; i++) {
      char c = folded.charAt(i);
      ascii[i] = c < 128 ? (byte) c : 0;
    }
    return new Folding(folded.toString(), ascii, starts, ends, false);
  }

  String text() {
    return text;
  }

  /** The folded text with one byte for each unit, zero for what is not ASCII. */
  byte[] ascii() {
    return ascii;
  }

  /** A finding with offsets in the original text. */
  Finding original(Finding folded) {
    return identity
        ? folded
        : new Finding(folded.type(), starts[folded.start()], ends[folded.end() - 1]);
  }

  /** The character that detectors see, or -1 for nothing; one unit for a supplementary one. */
  private static int seenAs(int point) {
    if (point < 128) {
      return point;
    }
    if (point >= 0xFF01 && point <= 0xFF5E) {
      return point - 0xFEE0;
    }
    int type = Character.getType(point);
    return switch (type) {
      case Character.DECIMAL_DIGIT_NUMBER -> '0' + Character.digit(point, 10);
      case Character.DASH_PUNCTUATION -> '-';
      case Character.SPACE_SEPARATOR -> ' ';
      case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> -1;
      default -> other(point);
    };
  }

  private static int other(int point) {
    return switch (point) {
      case 0x2212 -> '-';
      case 0xFE6B -> '@';
      default -> point > 0xFFFF ? 0xFFFD : point;
    };
  }
}
