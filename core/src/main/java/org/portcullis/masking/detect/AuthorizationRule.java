package org.portcullis.masking.detect;

import java.util.List;

/** Credentials behind the name of their scheme: Basic (RFC 7617) and Bearer (RFC 6750). */
final class AuthorizationRule implements TokenRule {

  private static final int BEARER = Chars.BASE64_URL | Chars.DOT | Chars.PLUS_SLASH | Chars.EQUALS;
  private static final int MIN_BASIC = 8;
  private static final int MIN_BEARER = 20;
  private static final int MAX_LOOK = 8192;

  @Override
  public List<String> literals() {
    return List.of("Basic ", "basic ", "BASIC ", "Bearer ", "bearer ", "BEARER ");
  }

  @Override
  public int verify(Scan scan, int start, int end) {
    String text = scan.text();
    if (!Chars.startsWord(text, start)) {
      return start;
    }
    return Character.toLowerCase(text.charAt(start + 1)) == 'a'
        ? basic(scan, start, end)
        : bearer(scan, start, end);
  }

  private static int basic(Scan scan, int start, int end) {
    String text = scan.text();
    int run = Chars.runEnd(text, end, Chars.BASE64, end + MAX_LOOK);
    int to = Chars.runEnd(text, run, Chars.EQUALS, run + 2);
    if (run - end < MIN_BASIC || Base64Text.decode(text, end, run).indexOf(':') < 0) {
      return start;
    }
    scan.add("BASIC_AUTH", end, to);
    return to;
  }

  private static int bearer(Scan scan, int start, int end) {
    String text = scan.text();
    int seen = Chars.runEnd(text, end, BEARER, end + MAX_LOOK);
    boolean random =
        seen - end >= MIN_BEARER
            && Chars.contains(text, end, seen, Chars.DIGIT)
            && Chars.contains(text, end, seen, Chars.LETTER)
            && Chars.distinct(text, end, seen) >= 8;
    if (!random) {
      return start;
    }
    int to = Chars.runEnd(text, seen, BEARER, Integer.MAX_VALUE);
    scan.add("BEARER_TOKEN", end, to);
    return to;
  }
}
