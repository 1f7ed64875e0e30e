package org.portcullis.policy;

import java.util.Locale;

/**
 * Names of commands and patterns for them in one spelling. The kind, all of an SQL command and the
 * verb of an HTTP command compare without regard to case; everything else as it stands.
 */
public final class Spelling {

  private static final String SQL = "sql:";
  private static final String HTTP = "http:";

  private Spelling() {}

  /**
   * The spelling in which a name or a pattern is compared: both have to be in it.
   *
   * @param name a command's name or a pattern for such names; what has no kind stays as it is
   */
  public static String of(String name) {
    int end = name.indexOf(':');
    if (end < 0) {
      return name;
    }
    String kind = lowerCaseUntil(name, end);
    if (kind.startsWith(SQL)) {
      return lowerCaseUntil(kind, kind.length());
    }
    return kind.startsWith(HTTP) ? upperCaseVerb(kind) : kind;
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

  /** A star may stand for more than the verb, and beside it nothing is known to be one. */
  private static String upperCaseVerb(String text) {
    int end = text.indexOf(':', HTTP.length());
    String verb = end < 0 ? "" : text.substring(HTTP.length(), end);
    return verb.indexOf('*') < 0 && verb.chars().anyMatch(Character::isLowerCase)
        ? HTTP + verb.toUpperCase(Locale.ROOT) + text.substring(end)
        : text;
  }
}
