package org.portcullis.masking.detect;

import java.util.List;

/**
 * Access key ids of AWS: a prefix and sixteen characters of base32 (RFC 4648 section 6), nothing
 * glued to it. Keys of AWS's documentation end in {@code EXAMPLE} and are left alone.
 */
final class AwsKeyIdRule implements TokenRule {

  private static final int PAYLOAD = 16;

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
    return to;
  }
}
