package org.portcullis.masking.detect;

import java.util.List;

/** Addresses that let whoever knows them write into a channel. */
final class WebhookRule implements TokenRule {

  private static final String SLACK = "hooks.slack.com/services/";
  private static final int MIN = 20;
  private static final int MAX_LOOK = 512;
  private static final int PATH = Chars.BASE64_URL | Chars.PLUS_SLASH;

  @Override
  public List<String> literals() {
    return List.of(SLACK, "discord.com/api/webhooks/", "discordapp.com/api/webhooks/");
  }

  @Override
  public int verify(Scan scan, int start, int end) {
    String text = scan.text();
    int to = Chars.runEnd(text, end, PATH, end + MAX_LOOK);
    if (to - end < MIN || Chars.distinct(text, end, to) < 8) {
      return start;
    }
    String type = text.startsWith(SLACK, start) ? "SLACK_WEBHOOK" : "DISCORD_WEBHOOK";
    scan.add(type, withScheme(text, start), to);
    return to;
  }

  private static int withScheme(String text, int start) {
    for (String scheme : List.of("https://", "http://")) {
      if (text.startsWith(scheme, start - scheme.length())) {
        return start - scheme.length();
      }
    }
    return start;
  }
}
