package org.portcullis.policy.document;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words of a fault: what stands there, what was expected, and what was probably meant. */
final class Expected {

  /** Longer lists help nobody; then only the near miss is named. */
  private static final int MAX_LISTED = 16;

  private static final int MAX_SHOWN = 80;

  private Expected() {}

  /** For example {@code effect: permit (expected: allow | block)}. */
  static String oneOf(String name, String value, Collection<String> options, String noun) {
    List<String> sorted =
        options instanceof List<String> list ? list : options.stream().sorted().toList();
    String expected =
        sorted.isEmpty() || sorted.size() > MAX_LISTED
            ? noun
            : sorted.stream().map(Expected::shown).collect(Collectors.joining(" | "));
    String meant = nearest(value, sorted).map(near -> "; did you mean " + near + "?").orElse("");
    return name + ": " + shown(value) + " (expected: " + expected + meant + ")";
  }

  /** For example {@code quorum: 0 (expected: 1 or more)}. */
  static String that(String name, String value, String expected) {
    return name + ": " + shown(value) + " (expected: " + expected + ")";
  }

  /** A value as a message may quote it: on one line and bounded. */
  static String shown(String value) {
    String line = value.codePoints().anyMatch(Character::isISOControl) ? escaped(value) : value;
    return line.length() <= MAX_SHOWN ? line : line.substring(0, MAX_SHOWN) + "…";
  }

  private static String escaped(String value) {
    StringBuilder text = new StringBuilder();
    value
        .codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c)) {
                text.append(String.format("\\u%04x", c));
              } else {
                text.appendCodePoint(c);
              }
            });
    return text.toString();
  }

  private static Optional<String> nearest(String value, List<String> options) {
    int allowed = Math.min(2, value.length() / 3 + 1);
    String best = null;
    int least = allowed + 1;
    for (String option : options) {
      int distance =
          distance(value.toLowerCase(Locale.ROOT), option.toLowerCase(Locale.ROOT), allowed);
      if (distance < least) {
        least = distance;
        best = option;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The edit distance (Levenshtein), or more than {@code enough} when it is larger than that. */
  private static int distance(String a, String b, int enough) {
    if (Math.abs(a.length() - b.length()) > enough || a.length() > MAX_SHOWN) {
      return enough + 1;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
