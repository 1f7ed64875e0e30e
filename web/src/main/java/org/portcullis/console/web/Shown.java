package org.portcullis.console.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.portcullis.json.StrictJson;

/** How the console writes times and values for people. */
public final class Shown {

  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);
  private static final long SECONDS_OF_MINUTE = 60;
  private static final long MINUTES_OF_HOUR = 60;

  private Shown() {}

  /** An instant to the second, with its zone. */
  public static String exact(Instant instant) {
    return EXACT.format(instant);
  }

  /** A duration in its two largest units; {@code over} when it is not positive. */
  public static String left(Duration left) {
    if (left.isNegative() || left.isZero()) {
      return "over";
    }
    long minutes = left.toMinutes();
    if (minutes >= MINUTES_OF_HOUR) {
      return left.toHours() + " h " + minutes % MINUTES_OF_HOUR + " min";
    }
    long seconds = left.toSeconds() % SECONDS_OF_MINUTE;
    return minutes > 0 ? minutes + " min " + seconds + " s" : seconds + " s";
  }

  /** JSON with one member a line. */
  public static String pretty(JsonNode node) {
    try {
      return visible(
          StrictJson.mapperForNodes().writerWithDefaultPrettyPrinter().writeValueAsString(node));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of nodes can always be written", e);
    }
  }

  /** A text on one line, in which nothing is hidden. */
  public static String inline(String text) {
    return visible(text.replace("\n", "\\n"));
  }

  /**
   * The same text with escapes in the place of characters that cannot be seen or that turn the
   * order of others around: who reads it decides about what runs. In JSON they stand in texts only.
   */
  private static String visible(String json) {
    StringBuilder visible = new StringBuilder(json.length());
    json.codePoints()
        .forEach(
            point -> {
              if (isVisible(point)) {
                visible.appendCodePoint(point);
              } else {
                for (char unit : Character.toChars(point)) {
                  visible.append(String.format("\\u%04x", (int) unit));
                }
              }
            });
    return visible.toString();
  }

  private static boolean isVisible(int point) {
    int type = Character.getType(point);
    boolean breaksNothing = point == '\n' || !Character.isISOControl(point);
    return breaksNothing
        && type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && type != Character.SURROGATE
        && type != Character.UNASSIGNED
        && type != Character.PRIVATE_USE
        && (point == ' ' || !Character.isSpaceChar(point));
  }
}
