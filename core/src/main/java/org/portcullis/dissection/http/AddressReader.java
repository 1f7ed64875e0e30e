package org.portcullis.dissection.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.portcullis.dissection.http.WebAddress.Reading;

/** Reads one address. */
final class AddressReader {

  /** Longer addresses have no name that a rule could use. */
  private static final int MAX_LENGTH = 8192;

  private static final int MAX_SCHEME = 32;
  private static final Map<String, String> PORTS =
      Map.of("http", "80", "https", "443", "ws", "80", "wss", "443");
  private static final String ASSUMED = "https";

  private final String text;

  AddressReader(String text) {
    this.text = text;
  }

  Reading read() {
    int colon = text.indexOf(':');
    boolean named = colon > 0 && isScheme(text.substring(0, Math.min(colon, MAX_SCHEME + 1)));
    if (named && !isPort(colon)) {
      String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
      boolean web = PORTS.containsKey(scheme) && text.startsWith("//", colon + 1);
      return web ? behind(scheme, colon + 3) : new Reading.Other(scheme);
    }
    if (text.startsWith("//")) {
      return behind(ASSUMED, 2);
    }
    boolean begins = !text.isEmpty() && Character.isLetterOrDigit(text.charAt(0));
    return begins || text.startsWith("[") ? behind(ASSUMED, 0) : new Reading.Other("");
  }

  private Reading behind(String scheme, int at) {
    int end = end(at);
    int query = text.indexOf('?', end);
    int fragment = text.indexOf('#', end);
    int pathEnd = Math.min(orEnd(query), orEnd(fragment));
    boolean clean = text.length() <= MAX_LENGTH && text.chars().noneMatch(c -> isUnclean(c));
    String authority = text.substring(at, end);
    Optional<String> path =
        clean && text.lastIndexOf('\\', pathEnd) < 0
            ? WebPath.canonical(text.substring(end, pathEnd))
            : Optional.empty();
    int user = authority.indexOf('@');
    Optional<Host> host =
        user == authority.lastIndexOf('@')
            ? host(authority.substring(user + 1), PORTS.get(scheme))
            : Optional.empty();
    if (path.isEmpty() || host.isEmpty()) {
      return new Reading.Other(scheme);
    }
    boolean asked = query >= 0 && query < orEnd(fragment);
    return new Reading.Read(
        new WebAddress(
            scheme,
            host.get().name(),
            path.get(),
            asked ? text.substring(query + 1, orEnd(fragment)) : "",
            host.get().isPrivate(),
            user >= 0,
            host.get().isOdd()));
  }

  /** The host and its port, unless that is the scheme's own. */
  private static Optional<Host> host(String authority, String own) {
    int colon = authority.indexOf(':', Math.max(0, authority.indexOf(']')));
    if (colon < 0) {
      return Host.read(authority);
    }
    String port = authority.substring(colon + 1).replaceFirst("^0+(?=.)", "");
    boolean number =
        port.length() <= 5
            && port.chars().allMatch(c -> c >= '0' && c <= '9')
            && (port.isEmpty() || Integer.parseInt(port) <= 65535);
    boolean shown = !port.isEmpty() && !port.equals(own);
    return number
        ? Host.read(authority.substring(0, colon)).map(host -> shown ? host.at(port) : host)
        : Optional.empty();
  }

  private int end(int at) {
    int end = at;
    while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private int orEnd(int at) {
    return at < 0 ? text.length() : at;
  }

  /** {@code localhost:8080} has a port, not a scheme. */
  private boolean isPort(int colon) {
    int end = end(colon + 1);
    return end > colon + 1
        && text.substring(colon + 1, end).chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isScheme(String scheme) {
    return scheme.length() <= MAX_SCHEME
        && Character.isLetter(scheme.charAt(0))
        && scheme
            .chars()
            .allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || "+-.".indexOf(c) >= 0));
  }

  /** Blanks and line ends are dropped by some readers and not by others. */
  private static boolean isUnclean(int c) {
    return Character.isISOControl(c)
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }
}
