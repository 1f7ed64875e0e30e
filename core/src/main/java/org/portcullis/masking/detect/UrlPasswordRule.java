package org.portcullis.masking.detect;

import java.util.List;

/** The password in the user information of a URL (RFC 3986 section 3.2.1). */
final class UrlPasswordRule implements TokenRule {

  private static final int MAX_AUTHORITY = 512;
  private static final String DELIMITERS = "/?#\"'<>\\`|";

  @Override
  public List<String> literals() {
    return List.of("://");
  }

  @Override
  public int verify(Scan scan, int start, int end) {
    String text = scan.text();
    int colon = -1;
    int at = -1;
    int limit = Math.min(text.length(), end + MAX_AUTHORITY);
    for (int i = end; i < limit && !isDelimiter(text.charAt(i)); i++) {
      if (text.charAt(i) == '@') {
        at = i;
      } else if (text.charAt(i) == ':' && colon < 0) {
        colon = i;
      }
    }
    boolean password = colon >= 0 && at > colon + 1;
    if (!password || Placeholders.isPlaceholder(text.substring(colon + 1, at))) {
      return start;
    }
    scan.add("URL_PASSWORD", colon + 1, at);
    return at;
  }

  private static boolean isDelimiter(char c) {
    return c <= ' ' || DELIMITERS.indexOf(c) >= 0;
  }
}
