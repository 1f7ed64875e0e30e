package org.portcullis.masking.detect;

/**
 * Payment card numbers (ISO/IEC 7812-1): an issuer's range, that issuer's exact length, the Luhn
 * digit, and surroundings that do not say otherwise (UUIDs, digests, decimals, versions). Digits
 * may stand in groups with one blank or hyphen between.
 */
final class CardDetector implements Detector {

  static final String TYPE = "CREDIT_CARD";

  private static final int MIN = 14;
  private static final int MAX = 19;

  /** Smaller groups in front of others are lists of small numbers. */
  private static final int MIN_GROUP = 3;

  @Override
  public void find(Scan scan) {
    LongRuns.each(
        scan.ascii(),
        Chars.DIGIT | Chars.BLANK | Chars.HYPHEN,
        MIN,
        (from, to) -> run(scan, from, to));
  }

  /** Splits a run of digits and separators where two separators meet. */
  private static void run(Scan scan, int from, int to) {
    String text = scan.text();
    int at = from;
    while (at < to) {
      if (!isDigit(text, at)) {
        at++;
        continue;
      }
      int end = regionEnd(text, at);
      if (end - at >= MIN) {
        region(scan, at, end);
      }
      at = end;
    }
  }

  /** Behind the digits and single separators that begin here. */
  private static int regionEnd(String text, int from) {
    int at = from;
    while (true) {
      at = Chars.runEnd(text, at, Chars.DIGIT, Integer.MAX_VALUE);
      if (!isSeparator(text, at) || !isDigit(text, at + 1)) {
        return at;
      }
      at++;
    }
  }

  /** Tries the numbers that begin at each group; a group is never cut. */
  private static void region(Scan scan, int from, int to) {
    String text = scan.text();
    int group = from;
    if (from > 0 && text.charAt(from - 1) == '%') {
      group = Math.min(from + 2, to);
    }
    while (group < to) {
      int end = cardEnd(text, group, to);
      if (end > 0) {
        scan.add(TYPE, group, end);
      }
      int groupEnd = Chars.runEnd(text, group, Chars.DIGIT, to);
      group = groupEnd + 1;
    }
  }

  /** Behind the longest card number that begins here, or -1. */
  private static int cardEnd(String text, int from, int to) {
    int best = -1;
    int digits = 0;
    int at = from;
    while (at < to && digits < MAX) {
      int end = Chars.runEnd(text, at, Chars.DIGIT, to);
      digits += end - at;
      if (digits >= MIN && digits <= MAX && isCard(text, from, end, digits)) {
        best = end;
      }
      if (end - at < MIN_GROUP) {
        break;
      }
      at = end + 1;
    }
    return best;
  }

  private static boolean isCard(String text, int from, int to, int digits) {
    return CardIssuers.issues(prefix(text, from), digits)
        && luhn(text, from, to)
        && Chars.distinct(text, from, to) > 1
        && !CardSurroundings.speakAgainst(text, from, to);
  }

  /** The first six digits as a number. */
  private static int prefix(String text, int from) {
    int prefix = 0;
    int taken = 0;
    for (int at = from; taken < 6; at++) {
      if (isDigit(text, at)) {
        prefix = prefix * 10 + text.charAt(at) - '0';
        taken++;
      }
    }
    return prefix;
  }

  private static boolean luhn(String text, int from, int to) {
    int sum = 0;
    boolean doubled = false;
    for (int at = to - 1; at >= from; at--) {
      if (isDigit(text, at)) {
        int digit = text.charAt(at) - '0';
        int value = doubled ? digit * 2 : digit;
        sum += value > 9 ? value - 9 : value;
        doubled = !doubled;
      }
    }
    return sum % 10 == 0;
  }

  private static boolean isDigit(String text, int at) {
    return at < text.length() && Chars.is(text.charAt(at), Chars.DIGIT);
  }

  private static boolean isSeparator(String text, int at) {
    return at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '-');
  }
}
