package org.portcullis.masking.detect;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * JSON Web Tokens in compact form (RFC 7519, RFC 7515 section 7.1, RFC 7516 section 7.1): parts in
 * base64url, the first of which is a JSON object that names an algorithm.
 */
final class JwtRule implements TokenRule {

  private static final int MAX_HEADER = 4096;

  @Override
  public List<String> literals() {
    return List.of("eyJ");
  }

  @Override
  public int verify(Scan scan, int start, int end) {
    String text = scan.text();
    if (start > 0 && isPart(text, start - 1) && !Chars.endsEscape(text, start)) {
      return start;
    }
    int headerEnd = Chars.runEnd(text, end, Chars.BASE64_URL, end + MAX_HEADER);
    boolean twoParts =
        headerEnd + 1 < text.length()
            && text.charAt(headerEnd) == '.'
            && isPart(text, headerEnd + 1);
    if (!twoParts || !namesAlgorithm(text.substring(start, headerEnd))) {
      return start;
    }
    int to = Chars.runEnd(text, headerEnd, Chars.BASE64_URL | Chars.DOT, Integer.MAX_VALUE);
    while (text.charAt(to - 1) == '.') {
      to--;
    }
    scan.add("JWT", start, to);
    return to;
  }

  private static boolean isPart(String text, int at) {
    return Chars.is(text.charAt(at), Chars.BASE64_URL);
  }

  private static boolean namesAlgorithm(String header) {
    if (header.length() % 4 == 1) {
      return false;
    }
    byte[] decoded = Base64.getUrlDecoder().decode(header);
    return new String(decoded, StandardCharsets.ISO_8859_1).contains("\"alg\"");
  }
}
