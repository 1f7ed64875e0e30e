package org.portcullis.masking.detect;

import java.util.List;

/**
 * Access key ids of AWS: a prefix and sixteen characters of base32 (RFC 4648 section 6), nothing
 * glued to it. Keys of AWS's documentation end in {@code EXAMPLE} and are left alone. What looks
 * like a secret key close by is one.
 */
final class AwsKeyIdRule implements TokenRule {

  private static final int PAYLOAD = 16;
  private static final int SECRET = 40;
  private static final int CLOSE_BY = 120;

  @Override
  public List<String> literals() {
    return List.of("AKIA", "ASIA", "ABIA", "ACCA");
  }

  @Override
  public int verify(Scan scan, int start, int end) {
    String text = scan.text();
    int to = Chars.runEnd(text, end, Chars.UPPER | Chars.BASE32_DIGIT, end + PAYLOAD);
    boolean exact =
        to - end == PAYLOAD && Chars.startsWord(text, start) && Chars.endsWord(text, to);
    if (!exact || Chars.distinct(text, end, to) < 4 || text.startsWith("EXAMPLE", to - 7)) {
      return start;
    }
    scan.add("AWS_ACCESS_KEY_ID", start, to);
    findSecret(scan, start - CLOSE_BY, to + CLOSE_BY);
    return to;
  }

  private static void findSecret(Scan scan, int from, int limit) {
    String text = scan.text();
    int at = Math.max(0, from);
    at = Chars.runStart(text, at, Chars.BASE64, at - SECRET);
    while (at < Math.min(limit, text.length())) {
      int end = Chars.runEnd(text, at, Chars.BASE64, at + SECRET + 1);
      if (isSecretKey(text, at, end)) {
        scan.add("AWS_SECRET_KEY", at, end);
      }
      at = Chars.runEnd(text, end, Chars.BASE64, limit) + 1;
    }
  }

  /** Forty characters of base64 that are no hexadecimal digest. */
  static boolean isSecretKey(String text, int from, int to) {
    return to - from == SECRET
        && Chars.runEnd(text, from, Chars.BASE64, to) == to
        && Chars.contains(text, from, to, Chars.UPPER)
        && Chars.contains(text, from, to, Chars.LOWER)
        && Chars.contains(text, from, to, Chars.DIGIT | Chars.PLUS_SLASH);
  }
}
