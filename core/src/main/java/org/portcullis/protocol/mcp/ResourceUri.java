package org.portcullis.protocol.mcp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portcullis.text.PercentCoding;
import org.portcullis.text.PlainText;

/**
 * Writes a resource's URI in one way only (RFC 3986, section 6.2.2), so that what a rule compares
 * is what the server opens: scheme in lower case, escapes only where needed, no dot segments, no
 * port that the scheme has anyway; files by their path alone. What another reader could take for a
 * different path (an escaped slash, a backslash, a file with a query) is refused.
 */
final class ResourceUri {

  private static final int MAX_LENGTH = 2000;

  /** Linear: every alternative is told by its first character. */
  private static final Pattern PARTS =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(//[^/?#]*)?([^?#]*)(\\?[^#]*)?(#.*)?");

  /** Schemes whose host is a name of the network and has no case. */
  private static final Set<String> NETWORK = Set.of("http", "https", "ws", "wss", "ftp", "file");

  private static final String FILE = "file";

  /** Ports that need not be said. */
  private static final Map<String, String> PORTS =
      Map.of("http", "80", "ws", "80", "https", "443", "wss", "443", "ftp", "21");

  private static final Set<String> THIS_MACHINE = Set.of("", "//", "//localhost");

  private static final String RESERVED = ":/?#[]@!$&'()*+,;=";

  private ResourceUri() {}

  /** The canonical form; empty when the text is no URI or is ambiguous. */
  static Optional<String> canonical(String text) {
    return canonical(text, "");
  }

  /** The same for a URI template (RFC 6570), whose expressions stay as they are. */
  static Optional<String> canonicalTemplate(String text) {
    return canonical(text, "{}");
  }

  private static Optional<String> canonical(String text, String kept) {
    Matcher parts = PARTS.matcher(text);
    if (text.length() > MAX_LENGTH
        || !PlainText.isReadable(text)
        || text.indexOf('\\') >= 0
        || !parts.matches()) {
      return Optional.empty();
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    boolean isFile = scheme.equals(FILE) && kept.isEmpty();
    Optional<String> authority =
        normal(orEmpty(parts.group(2)), kept, scheme).map(given -> authority(scheme, given));
    Optional<String> path =
        normal(parts.group(3), kept, "")
            .map(given -> isFile ? given.replaceAll("/+", "/") : given)
            .flatMap(ResourceUri::withoutDots);
    Optional<String> rest = normal(orEmpty(parts.group(4)) + orEmpty(parts.group(5)), kept, "");
    if (authority.isEmpty() || path.isEmpty() || rest.isEmpty()) {
      return Optional.empty();
    }
    if (isFile && !(path.get().startsWith("/") && rest.get().isEmpty())) {
      return Optional.empty();
    }
    boolean isRoot = path.get().isEmpty() && PORTS.containsKey(scheme);
    String canonical = scheme + ":" + authority.get() + (isRoot ? "/" : path.get()) + rest.get();
    return canonical.length() > MAX_LENGTH || canonical.length() == scheme.length() + 1
        ? Optional.empty()
        : Optional.of(canonical);
  }

  /** Section 6.2.3, and for files RFC 8089, section 2. */
  private static String authority(String scheme, String given) {
    if (scheme.equals(FILE)) {
      return THIS_MACHINE.contains(given) ? "//" : given;
    }
    return PORTS.containsKey(scheme)
        ? given.replaceAll("(:(" + PORTS.get(scheme) + ")?)+$", "")
        : given;
  }

  /** Escapes in one spelling; a host in lower case where the scheme says that it is one. */
  private static Optional<String> normal(String part, String kept, String schemeOfHost) {
    StringBuilder normal = new StringBuilder(part.length());
    for (int i = 0; i < part.length(); i++) {
      if (part.charAt(i) != '%') {
        int codePoint = part.codePointAt(i);
        i += Character.charCount(codePoint) - 1;
        normal.append(PercentCoding.encode(Character.toString(codePoint), RESERVED + kept));
        continue;
      }
      int value = escaped(part, i);
      if (value < 0x20 || value == 0x7F || value == '/' || value == '\\') {
        return Optional.empty();
      }
      normal.append(
          PercentCoding.isUnreserved(value)
              ? Character.toString(value)
              : String.format("%%%02X", value));
      i += 2;
    }
    String text = normal.toString();
    return Optional.of(NETWORK.contains(schemeOfHost) ? text.toLowerCase(Locale.ROOT) : text);
  }

  private static int escaped(String text, int at) {
    if (at + 2 >= text.length()) {
      return -1;
    }
    int high = PercentCoding.hex(text.charAt(at + 1));
    int low = PercentCoding.hex(text.charAt(at + 2));
    return high < 0 || low < 0 ? -1 : (high << 4) | low;
  }

  /** Section 5.2.4. A path without a leading slash is not a path of segments: no dots in it. */
  private static Optional<String> withoutDots(String path) {
    if (!path.startsWith("/")) {
      List<String> segments = List.of(path.split("/", -1));
      boolean hasDots = segments.contains("..") || segments.contains(".");
      return hasDots ? Optional.empty() : Optional.of(path);
    }
    Deque<String> kept = new ArrayDeque<>();
    String[] segments = path.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean isDots = segments[i].equals(".") || segments[i].equals("..");
      if (segments[i].equals("..")) {
        kept.pollLast();
      }
      if (!isDots) {
        kept.addLast(segments[i]);
      } else if (i == segments.length - 1) {
        kept.addLast("");
      }
    }
    return Optional.of("/" + String.join("/", kept));
  }

  private static String orEmpty(String part) {
    return part == null ? "" : part;
  }
}
