package org.portcullis.masking.detect;

import java.util.List;

/** Telegram's bot tokens: the bot's number, a colon, and 35 characters that begin with AA. */
final class TelegramRule implements TokenRule {

  private static final int BEHIND = 33;

  @Override
  public List<String> literals() {
    return List.of(":AA");
  }

  @Override
  public int verify(Scan scan, int start, int end) {
    String text = scan.text();
    int from = Chars.runStart(text, start, Chars.DIGIT, start - 11);
    int to = Chars.runEnd(text, end, Chars.BASE64_URL, end + BEHIND + 1);
    boolean number = start - from >= 8 && start - from <= 10;
    if (!number || to - end != BEHIND || !Chars.contains(text, end, to, Chars.LOWER)) {
      return start;
    }
    scan.add("TELEGRAM_TOKEN", from, to);
    return to;
  }
}
