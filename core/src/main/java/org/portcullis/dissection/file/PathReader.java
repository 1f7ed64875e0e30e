package org.portcullis.dissection.file;

import com.google.re2j.Pattern;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import org.portcullis.text.Marks;
import org.portcullis.text.PlainText;

/** Reads one path. */
final class PathReader {

  private static final int MAX_LENGTH = 4096;

  /** What a server may still decode, expand or cut off. */
  private static final Pattern DOUBTFUL =
      Pattern.compile(
          "(?i)%(2e|2f|5c|25|00)|^\\$[A-Za-z_{(]|^%[A-Za-z_][A-Za-z0-9_()]*%|[{,].*\\.\\.|\\.\\..*[,}]");

  private static final Pattern FILE_ADDRESS = Pattern.compile("(?i)^file:");

  /** On Windows: other streams, short names, and ends that are cut off. */
  private static final Pattern DOUBTFUL_ON_WINDOWS =
      Pattern.compile(
          "(?i):|~[0-9]|[. ](/|$)|[<>|\"*?]|(^|/)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\.|/|$)");

  private final String text;

  PathReader(String text) {
    this.text = text;
  }

  Optional<FilePath> read() {
    if (text.length() > MAX_LENGTH || !isReadable(text)) {
      return Optional.empty();
    }
    if (FILE_ADDRESS.matcher(text).find()) {
      return address();
    }
    if (!text.equals(text.strip()) || DOUBTFUL.matcher(text).find()) {
      return Optional.empty();
    }
    return path(Normalizer.normalize(text, Normalizer.Form.NFC));
  }

  private static boolean isReadable(String text) {
    return PlainText.isReadable(text) && Marks.areBounded(text);
  }

  /** RFC 8089: {@code file:/path}, {@code file:///path}, {@code file://host/path}. */
  private Optional<FilePath> address() {
    String rest = text.substring("file:".length());
    boolean hidden =
        DOUBTFUL.matcher(rest).find() || rest.indexOf('?') >= 0 || rest.indexOf('#') >= 0;
    Optional<String> decoded = hidden ? Optional.empty() : decoded(rest);
    if (decoded.isEmpty() || decoded.get().indexOf('\\') >= 0) {
      return Optional.empty();
    }
    String local = decoded.get();
    if (!local.startsWith("//")) {
      return local.startsWith("/") ? path(local) : Optional.empty();
    }
    int end = local.indexOf('/', 2);
    String host = end < 0 ? local.substring(2) : local.substring(2, end);
    String path = end < 0 ? "" : local.substring(end);
    boolean here = host.isEmpty() || host.toLowerCase(Locale.ROOT).equals("localhost");
    if (here && isDrive(path.isEmpty() ? "" : path.substring(1))) {
      return drive(path.substring(1));
    }
    return here ? path(path.isEmpty() ? "/" : path) : share(host + path);
  }

  private static Optional<FilePath> path(String path) {
    if (isDrive(path)) {
      return drive(path.replace('\\', '/'));
    }
    if (path.startsWith("\\\\")) {
      return share(path.substring(2).replace('\\', '/'));
    }
    boolean mixed = path.indexOf('\\') >= 0;
    if (mixed && (path.contains("..") || path.startsWith("~"))) {
      return Optional.empty();
    }
    String slashes = path.replace('\\', '/');
    if (slashes.startsWith("~")) {
      int end = slashes.indexOf('/');
      String home = end < 0 ? slashes : slashes.substring(0, end);
      return Optional.of(normal(home + "/", end < 0 ? "" : slashes.substring(end), true));
    }
    return slashes.startsWith("/")
        ? Optional.of(normal("/", slashes, true))
        : Optional.of(normal("", slashes, false)).filter(PathReader::staysRelative);
  }

  /** {@code ./~/x} is no home and {@code a/../C:/x} no drive, and must not be named like one. */
  private static boolean staysRelative(FilePath path) {
    return !path.text().startsWith("~")
        && !isDrive(path.text())
        && !FILE_ADDRESS.matcher(path.text()).find();
  }

  private static Optional<FilePath> drive(String path) {
    String behind = path.substring(2);
    return behind.startsWith("/") && !DOUBTFUL_ON_WINDOWS.matcher(withoutDots(behind)).find()
        ? Optional.of(normal(path.substring(0, 1).toUpperCase(Locale.ROOT) + ":/", behind, true))
        : Optional.empty();
  }

  /** Names of devices, {@code \\?\} and {@code \\.\}, lead anywhere. */
  private static Optional<FilePath> share(String path) {
    int end = path.indexOf('/');
    String server = end < 0 ? path : path.substring(0, end);
    String behind = end < 0 ? "" : path.substring(end);
    boolean device = server.isEmpty() || server.equals("?") || server.startsWith(".");
    return device || DOUBTFUL_ON_WINDOWS.matcher(withoutDots(server + behind)).find()
        ? Optional.empty()
        : Optional.of(normal("//" + server.toLowerCase(Locale.ROOT) + "/", behind, true));
  }

  /** Segments of dots are resolved and hide nothing. */
  private static String withoutDots(String path) {
    return path.replaceAll("(^|/)\\.{1,2}(?=/|$)", "$1");
  }

  private static FilePath normal(String root, String path, boolean absolute) {
    Deque<String> kept = new ArrayDeque<>();
    boolean escapes = false;
    for (String segment : path.split("/", -1)) {
      if (segment.equals("..")) {
        boolean up = kept.isEmpty() || kept.peekLast().equals("..");
        escapes |= up;
        if (!up) {
          kept.removeLast();
        } else if (root.isEmpty() || root.startsWith("~")) {
          kept.addLast("..");
        }
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        kept.addLast(segment);
      }
    }
    String joined = root + String.join("/", kept);
    boolean bare = joined.endsWith("/") && (root.startsWith("~") || root.startsWith("//"));
    String text = bare ? joined.substring(0, joined.length() - 1) : joined;
    return new FilePath(text.isEmpty() ? "." : text, absolute, escapes);
  }

  private static boolean isDrive(String path) {
    return path.length() >= 2
        && path.charAt(1) == ':'
        && Character.isLetter(path.charAt(0))
        && path.charAt(0) < 0x80;
  }

  private static Optional<String> decoded(String address) {
    try {
      String decoded = URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
      return isReadable(decoded) && decoded.indexOf('\uFFFD') < 0
          ? Optional.of(Normalizer.normalize(decoded, Normalizer.Form.NFC))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
