package org.portcullis.identity.web;

import java.util.Locale;

/**
 * Tells paths that mean one thing from paths that two readers may read differently.
 *
 * <p>The container dispatches on the decoded and normalized path, JAX-RS matches the raw one:
 * {@code /console/../gate/desk} is {@code /gate/desk} to the first and the connection "console" to
 * the second. Such spellings are refused before anyone reads them.
 */
final class RequestPath {
  private RequestPath() {}

  /**
   * Whether every reader sees the same path.
   *
   * @param rawUri the request URI as it came, without the query
   * @return false for empty, {@code .} and {@code ..} segments, path parameters, backslashes,
   *     control characters, and their encoded forms, and for an encoded character in the first
   *     segment
   */
  static boolean isUnambiguous(String rawUri) {
    if (!rawUri.startsWith("/") || rawUri.contains("//") || hasForbiddenCharacter(rawUri)) {
      return false;
    }
    String lower = rawUri.toLowerCase(Locale.ROOT);
    if (lower.contains("%2f") || lower.contains("%5c") || lower.contains("%3b")) {
      return false;
    }
    int end = rawUri.indexOf('/', 1);
    String first = end < 0 ? rawUri : rawUri.substring(0, end);
    return first.indexOf('%') < 0 && hasNoDotSegment(lower) && hasNoEncodedControl(lower);
  }

  private static boolean hasForbiddenCharacter(String uri) {
    return uri.chars().anyMatch(c -> c == ';' || c == '\\' || c <= ' ' || c == 0x7f);
  }

  private static boolean hasNoDotSegment(String lowerUri) {
    for (String segment : lowerUri.split("/", -1)) {
      String decoded = segment.replace("%2e", ".");
      if (decoded.equals(".") || decoded.equals("..")) {
        return false;
      }
    }
    return true;
  }

  /** Encoded controls are %00 to %1f and %7f. */
  private static boolean hasNoEncodedControl(String lowerUri) {
    for (int at = lowerUri.indexOf('%'); at >= 0; at = lowerUri.indexOf('%', at + 1)) {
      if (lowerUri.startsWith("%0", at)
          || lowerUri.startsWith("%1", at)
          || lowerUri.startsWith("%7f", at)) {
        return false;
      }
    }
    return true;
  }
}
