package org.portcullis.tools.replay;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.portcullis.tools.Unusable;

/** A point in time as people name it: {@code 30d}, {@code 12h}, {@code 45m}, or an instant. */
final class Since {

  private Since() {}

  static Instant read(String text, Instant now) {
    if (text.matches("[0-9]{1,5}[dhm]")) {
      long count = Long.parseLong(text.substring(0, text.length() - 1));
      Duration back =
          switch (text.charAt(text.length() - 1)) {
            case 'd' -> Duration.ofDays(count);
            case 'h' -> Duration.ofHours(count);
            default -> Duration.ofMinutes(count);
          };
      return now.minus(back);
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new Unusable(
          "--since: "
              + text
              + " (expected: 30d, 12h, 45m, or an instant such as"
              + " 2026-03-04T05:06:07Z)",
          e);
    }
  }
}
