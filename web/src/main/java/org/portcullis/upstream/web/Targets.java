package org.portcullis.upstream.web;

import java.net.URI;
import java.util.Locale;

/** Whether an address lies within a connection. */
final class Targets {

  private Targets() {}

  /**
   * The last look before a request leaves: same scheme, host and port, a path at or below the
   * connection's own, nothing that a server could read as a way out of it.
   */
  static boolean belongTo(URI connection, URI target) {
    return target.getRawUserInfo() == null
        && target.getRawFragment() == null
        && connection.getScheme().equalsIgnoreCase(target.getScheme())
        && connection.getHost().equalsIgnoreCase(target.getHost())
        && connection.getPort() == target.getPort()
        && isBelow(connection.getRawPath(), target.getRawPath())
        && staysWithin(target.getRawPath());
  }

  private static boolean isBelow(String base, String path) {
    String root = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    if (path.equals(base) || path.equals(root)) {
      return true;
    }
    return path.startsWith(root) && path.charAt(root.length()) == '/';
  }

  private static boolean staysWithin(String path) {
    for (String segment : path.split("/", -1)) {
      String plain = segment.toLowerCase(Locale.ROOT).replace("%2e", ".");
      if (plain.equals("..") || plain.equals(".")) {
        return false;
      }
    }
    return true;
  }
}
