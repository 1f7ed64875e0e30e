package org.portcullis.masking.detect;

import java.util.List;

/** Client secrets of Entra applications: three characters, a fixed text, 31 or 34 characters. */
final class AzureClientSecretRule implements TokenRule {

  private static final int BEFORE = 3;

  @Override
  public List<String> literals() {
    return List.of("7Q~", "8Q~");
  }

  @Override
  public int verify(Scan scan, int start, int end) {
    String text = scan.text();
    int from = start - BEFORE;
    int to = end;
    while (to < text.length() && to - end < 35 && isSecret(text.charAt(to))) {
      to++;
    }
    if (to > end && text.charAt(to - 1) == '.') {
      to--;
    }
    boolean length = to - end == 31 || to - end == 34;
    if (from < 0 || !length || !isWord(text, from, start) || !Chars.startsWord(text, from)) {
      return start;
    }
    scan.add("AZURE_CLIENT_SECRET", from, to);
    return to;
  }

  private static boolean isWord(String text, int from, int to) {
    return Chars.runEnd(text, from, Chars.BASE64_URL | Chars.DOT, to) == to;
  }

  private static boolean isSecret(char c) {
    return c == '~' || Chars.is(c, Chars.BASE64_URL | Chars.DOT);
  }
}
