package org.portcullis.masking.detect;

import java.util.List;

/** Keys of model providers that begin with {@code sk-}: OpenAI's, Anthropic's, and their kin. */
final class SkRule implements TokenRule {

  private static final int MAX_LOOK = 512;

  /** Fixed in the middle of OpenAI's keys. */
  private static final String INFIX = "T3BlbkFJ";

  private static final int MIN_WITH_INFIX = 30;
  private static final int MIN_WITHOUT = 40;

  @Override
  public List<String> literals() {
    return List.of("sk-");
  }

  @Override
  public int verify(Scan scan, int start, int end) {
    String text = scan.text();
    if (!Chars.startsWord(text, start)) {
      return start;
    }
    int seen = Chars.runEnd(text, end, Chars.BASE64_URL, end + MAX_LOOK);
    if (!isKey(text, end, seen)) {
      return start;
    }
    int to = Chars.runEnd(text, seen, Chars.BASE64_URL, Integer.MAX_VALUE);
    scan.add(text.startsWith("ant-", end) ? "ANTHROPIC_KEY" : "OPENAI_KEY", start, to);
    return to;
  }

  private static boolean isKey(String text, int from, int to) {
    if (to - from >= MIN_WITH_INFIX && text.substring(from, to).contains(INFIX)) {
      return true;
    }
    return to - from >= MIN_WITHOUT
        && Chars.distinct(text, from, to) >= 12
        && Chars.contains(text, from, to, Chars.DIGIT)
        && Chars.contains(text, from, to, Chars.UPPER);
  }
}
