package org.portcullis.masking;

import java.util.Locale;

/** Names of members in the form in which they are compared. */
final class Names {

  private Names() {}

  /** Lower case, without hyphens, underscores and blanks. */
  static String normalize(String name) {
    StringBuilder normal = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 128) {
        return fold(name);
      }
      if (c != '_' && c != '-' && c != ' ') {
        normal.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
      }
    }
    return normal.toString();
  }

  /** Upper then lower, because some letters (for example the Kelvin sign) meet only that way. */
  private static String fold(String name) {
    String lower = name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return lower.replace("_", "").replace("-", "").replace(" ", "");
  }
}
