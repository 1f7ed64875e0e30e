package org.portcullis.masking.detect;

import java.util.Locale;
import java.util.Set;

/** Values that stand for a secret and are none. */
final class Placeholders {

  private static final Set<String> NOTHING =
      Set.of("null", "none", "nil", "true", "false", "undefined", "empty", "redacted", "hidden");

  private Placeholders() {}

  /** Variables, templates, what is masked already, and words for nothing. */
  static boolean isPlaceholder(String value) {
    return value.isBlank()
        || isEnclosed(value)
        || isVariable(value)
        || isFilling(value)
        || NOTHING.contains(value.toLowerCase(Locale.ROOT));
  }

  /** One sign over and over: {@code ********}, {@code xxxx}, {@code …}. */
  private static boolean isFilling(String value) {
    char first = value.charAt(0);
    return value.chars().allMatch(c -> c == first) && !Chars.is(first, Chars.DIGIT);
  }

  private static boolean isEnclosed(String value) {
    char first = value.charAt(0);
    char last = value.charAt(value.length() - 1);
    return (first == '<' && last == '>')
        || (first == '[' && last == ']')
        || (first == '%' && last == '%' && value.length() > 1)
        || value.startsWith("{{")
        || value.startsWith("${")
        || value.startsWith("$(")
        || value.startsWith("#{");
  }

  /** {@code $DB_PASSWORD}. */
  private static boolean isVariable(String value) {
    return value.length() > 1
        && value.charAt(0) == '$'
        && Chars.runEnd(value, 1, Chars.UPPER | Chars.UNDERSCORE, value.length()) == value.length();
  }
}
