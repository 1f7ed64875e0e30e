package org.portcullis.policy;

import org.jspecify.annotations.Nullable;

/**
 * A pattern of literal characters, {@code *} for any run of characters (also an empty one) and
 * {@code ?} for exactly one. Matching goes back to the last star only, so its cost is at most the
 * product of the two lengths; there is no input that makes it explode.
 */
public final class Glob {

  private final String pattern;
  private final int literal;

  private Glob(String pattern) {
    this.pattern = pattern;
    this.literal = literalLength(pattern);
  }

  /** A pattern; any text is one. */
  public static Glob of(String pattern) {
    return new Glob(pattern);
  }

  /** The pattern as it was given. */
  public String text() {
    return pattern;
  }

  /** Whether it stands for exactly one text. */
  public boolean isLiteral() {
    return literal == pattern.length();
  }

  /** The characters before the first {@code *} or {@code ?}: every match begins with them. */
  public String prefix() {
    return pattern.substring(0, literal);
  }

  /** Whether it stands for every text that begins with the prefix. */
  public boolean isWholePrefix() {
    return literal == pattern.length() - 1 && pattern.charAt(literal) == '*';
  }

  /** Whether it stands for this text. */
  public boolean matches(String text) {
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

  /**
   * Whether every text that the other pattern stands for is one of this pattern's as well. True is
   * certain; false may be wrong where question marks and stars stand side by side.
   */
  public boolean covers(Glob other) {
    if (isLiteral() || other.isLiteral()) {
      return matches(other.pattern) && other.isLiteral();
    }
    return other.prefix().startsWith(prefix()) && coversEach(other.pattern);
  }

  /** Row by row from the end; the other's star is a character that only a star here can take. */
  private boolean coversEach(String other) {
    boolean[] behind = new boolean[other.length() + 1];
    behind[other.length()] = true;
    for (int p = pattern.length() - 1; p >= 0; p--) {
      boolean[] row = new boolean[other.length() + 1];
      char mine = pattern.charAt(p);
      for (int o = other.length(); o >= 0; o--) {
        boolean last = o == other.length();
        row[o] =
            mine == '*'
                ? behind[o] || (!last && row[o + 1])
                : !last && takes(mine, other.charAt(o)) && behind[o + 1];
      }
      behind = row;
    }
    return behind[0];
  }

  private static boolean takes(char mine, char others) {
    return others != '*' && (mine == others || (mine == '?' && !Character.isSurrogate(others)));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Glob glob && glob.pattern.equals(pattern);
  }

  @Override
  public int hashCode() {
    return pattern.hashCode();
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
