package org.portcullis.dissection.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.portcullis.dissection.http.WebAddress.Reading;

/** Reads one address. */
final class AddressReader {

  /** Longer addresses have no name that a rule could use. */
  private static final int MAX_LENGTH = 8192;

  private static final int MAX_SCHEME = 32;
  private static final int MAX_PORT = 65535;
  private static final Map<String, Integer> PORTS =
      Map.of("http", 80, "https", 443, "ws", 80, "wss", 443);
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

  /** The port of a scheme of the web. */
  static int port(String scheme) {
    return PORTS.get(scheme);
  }

  private Reading behind(String scheme, int at) {
    int end = end(at);
    int fragment = orEnd(text.indexOf('#', end));
    int asked = text.indexOf('?', end);
    int query = asked < 0 ? fragment : Math.min(asked, fragment);
    boolean clean =
        text.length() <= MAX_LENGTH
            && text.lastIndexOf('\\', query) < 0
            && text.chars().noneMatch(c -> isUnclean(c));
    if (!clean) {
      return new Reading.Other(scheme);
    }
    Optional<Server> server = server(text.substring(at, end), scheme);
    Optional<String> path = WebPath.canonical(text.substring(end, query));
    if (server.isEmpty() || path.isEmpty()) {
      return new Reading.Other(scheme);
    }
    Host host = server.get().host();
    return new Reading.Read(
        new WebAddress(
            scheme,
            host.name(),
            server.get().port(),
            path.get(),
            query < fragment ? text.substring(query + 1, fragment) : "",
            host.isPrivate(),
            server.get().hasCredentials(),
            host.isOdd()));
  }

  /** What stands between the slashes. */
  private record Server(Host host, int port, boolean hasCredentials) {}

  private static Optional<Server> server(String authority, String scheme) {
    int user = authority.indexOf('@');
    if (user != authority.lastIndexOf('@')) {
      return Optional.empty();
    }
    String server = authority.substring(user + 1);
    int colon = server.indexOf(':', Math.max(0, server.indexOf(']')));
    OptionalInt port = port(colon < 0 ? "" : server.substring(colon + 1), scheme);
    return port.isEmpty()
        ? Optional.empty()
        : Host.read(colon < 0 ? server : server.substring(0, colon))
            .map(host -> new Server(host, port.getAsInt(), user >= 0));
  }

  private static OptionalInt port(String written, String scheme) {
    String port = written.replaceFirst("^0+(?=.)", "");
    if (port.isEmpty()) {
      return OptionalInt.of(port(scheme));
    }
    boolean number = port.length() <= 5 && port.chars().allMatch(c -> c >= '0' && c <= '9');
    return number && Integer.parseInt(port) <= MAX_PORT
        ? OptionalInt.of(Integer.parseInt(port))
        : OptionalInt.empty();
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
