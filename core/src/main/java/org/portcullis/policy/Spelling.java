package org.portcullis.policy;

import java.util.Locale;

/**
 * Names of commands and patterns for them in one spelling. The kind and, for SQL, the verb compare
 * without regard to case; everything behind them as it stands.
 */
final class Spelling {

  private static final String SQL = "sql:";

  private Spelling() {}

  static String of(String name) {
    int end = name.indexOf(':');
    if (end < 0) {
      return name;
    }
    String kind = lowerCaseUntil(name, end);
    if (!kind.startsWith(SQL)) {
      return kind;
    }
    int verb = kind.indexOf(':', SQL.length());
    return lowerCaseUntil(kind, verb < 0 ? kind.length() : verb);
  }

  private static String lowerCaseUntil(String text, int end) {
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isUpperCase(c)) {
        return text.substring(0, end).toLowerCase(Locale.ROOT) + text.substring(end);
      }
    }
    return text;
  }
}
