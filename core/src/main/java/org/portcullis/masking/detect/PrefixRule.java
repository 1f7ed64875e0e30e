package org.portcullis.masking.detect;

import java.util.List;

/**
 * A token that is told by its beginning: a fixed text, then a run of an alphabet. A run with few
 * different characters is a placeholder. A longer run than the token needs is taken whole: better
 * to hide a neighbor than to show a token's end.
 */
final class PrefixRule implements TokenRule {

  /** Longer ones are looked at in part and taken whole. */
  private static final int MAX_LOOK = 512;

  private static final int MIN_DISTINCT = 6;

  private final String type;
  private final List<String> prefixes;
  private final int alphabet;
  private final int min;

  /**
   * @param alphabet classes of {@link Chars}
   * @param min how many characters of the alphabet follow at least
   */
  PrefixRule(String type, List<String> prefixes, int alphabet, int min) {
    this.type = type;
    this.prefixes = prefixes;
    this.alphabet = alphabet;
    this.min = min;
  }

  @Override
  public List<String> literals() {
    return prefixes;
  }

  @Override
  public int verify(Scan scan, int start, int end) {
    String text = scan.text();
    if (!Chars.startsWord(text, start)) {
      return start;
    }
    int seen = Chars.runEnd(text, end, alphabet, end + MAX_LOOK);
    if (seen - end < min || Chars.distinct(text, end, seen) < MIN_DISTINCT) {
      return start;
    }
    int to = Chars.runEnd(text, seen, alphabet, Integer.MAX_VALUE);
    while (text.charAt(to - 1) == '.') {
      to--;
    }
    scan.add(type, start, to);
    return to;
  }
}
