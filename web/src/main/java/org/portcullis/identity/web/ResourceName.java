package org.portcullis.identity.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The protected resource that a path belongs to, as RFC 9728 names it. */
final class ResourceName {
  /** Connection names are plain: nothing else may come back in a header. */
  private static final Pattern CONNECTION =
      Pattern.compile("^/gate/[A-Za-z0-9][A-Za-z0-9._-]{0,99}(?=/|$)");

  private ResourceName() {}

  /**
   * The path of the resource.
   *
   * @param rawUri the request URI as it came
   * @return {@code /gate/NAME}, or the empty string if the path names no connection
   */
  static String of(String rawUri) {
    Matcher matcher = CONNECTION.matcher(rawUri);
    return matcher.find() ? matcher.group() : "";
  }
}
