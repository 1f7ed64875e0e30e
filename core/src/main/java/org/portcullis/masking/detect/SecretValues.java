package org.portcullis.masking.detect;

import java.util.Locale;

/** Whether a value is a secret, given the name under which it stands. */
final class SecretValues {

  static final String GENERIC = "GENERIC_SECRET";

  private static final int MIN_RANDOM = 16;
  private static final int MIN_DISTINCT = 9;

  private SecretValues() {}

  /** The type of the secret, or an empty text. */
  static String type(String name, String value) {
    if (Placeholders.isPlaceholder(value)) {
      return "";
    }
    if (name.endsWith("secretaccesskey") && AwsKeyIdRule.isSecretKey(value, 0, value.length())) {
      return "AWS_SECRET_KEY";
    }
    boolean secret =
        (SecretNames.isStrong(name) && !isDirectory(name, value))
            || (SecretNames.isPin(name) && isPin(value))
            || (SecretNames.isWeak(name) && looksRandom(value));
    return secret ? GENERIC : "";
  }

  /** {@code PWD=/home} is where a shell stands. */
  private static boolean isDirectory(String name, String value) {
    return name.endsWith("pwd") && value.startsWith("/");
  }

  private static boolean isPin(String value) {
    return value.length() >= 4
        && value.length() <= 8
        && Chars.runEnd(value, 0, Chars.DIGIT, value.length()) == value.length();
  }

  private static boolean looksRandom(String value) {
    return value.length() >= MIN_RANDOM
        && Chars.contains(value, 0, value.length(), Chars.DIGIT)
        && Chars.contains(value, 0, value.length(), Chars.LETTER)
        && Chars.distinct(value, 0, value.length()) >= MIN_DISTINCT
        && !hasBlank(value)
        && !isUuid(value)
        && !isAddress(value)
        && !value.toUpperCase(Locale.ROOT).contains("EXAMPLE");
  }

  private static boolean hasBlank(String value) {
    return value.chars().anyMatch(c -> c <= ' ');
  }

  private static boolean isUuid(String value) {
    return value.length() == 36
        && value.charAt(8) == '-'
        && value.charAt(13) == '-'
        && value.charAt(18) == '-'
        && value.charAt(23) == '-'
        && Chars.runEnd(value, 0, Chars.HEX | Chars.HYPHEN, 36) == 36;
  }

  private static boolean isAddress(String value) {
    return value.startsWith("/") || value.startsWith("./") || value.contains("://");
  }
}
