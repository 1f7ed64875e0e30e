package org.portcullis.policy;

/**
 * A pattern of literal characters, {@code *} for any run of characters (also an empty one) and
 * {@code ?} for exactly one. Matching goes back to the last star only, so its cost is at most the
 * product of the two lengths; there is no input that makes it explode.
 */
final class Glob {

  /** Longer patterns are refused where they are read. */
  static final int MAX_LENGTH = 512;

  private final String pattern;
  private final int literal;

  private Glob(String pattern) {
    this.pattern = pattern;
    this.literal = literalLength(pattern);
  }

  static Glob of(String pattern) {
    return new Glob(pattern);
  }

  /** The pattern as it was given. */
  String text() {
    return pattern;
  }

  /** Whether it stands for exactly one text. */
  boolean isLiteral() {
    return literal == pattern.length();
  }

  /** The characters before the first {@code *} or {@code ?}: every match begins with them. */
  String prefix() {
    return pattern.substring(0, literal);
  }

  /** Whether it stands for every text that begins with the prefix. */
  boolean isWholePrefix() {
    return literal == pattern.length() - 1 && pattern.charAt(literal) == '*';
  }

  boolean matches(String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int resume = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (p < pattern.length() && pattern.charAt(p) == '?') {
        p++;
        t += width(text, t);
      } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        resume += width(text, resume);
        t = resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  @Override
  public String toString() {
    return pattern;
  }

  private static int width(String text, int at) {
    return Character.charCount(text.codePointAt(at));
  }

  private static int literalLength(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      if (pattern.charAt(i) == '*' || pattern.charAt(i) == '?') {
        return i;
      }
    }
    return pattern.length();
  }
}
