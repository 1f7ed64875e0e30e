package org.portcullis.protocol.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.text.PercentCoding;
import org.portcullis.text.PlainText;

/**
 * Decodes a path once into its segments, and refuses every path that two readers could resolve
 * differently: dots, empty segments, encoded slashes, a second layer of escapes, path parameters.
 */
final class PathSegments {

  private PathSegments() {}

  /** The decoded segments of a raw path; none for the root. Empty when the path is ambiguous. */
  static Optional<List<String>> of(String rawPath) {
    if (rawPath.isEmpty() || rawPath.equals("/")) {
      return Optional.of(List.of());
    }
    if (!rawPath.startsWith("/") || rawPath.indexOf(';') >= 0 || rawPath.indexOf('\\') >= 0) {
      return Optional.empty();
    }
    List<String> segments = new ArrayList<>();
    for (String raw : rawPath.substring(1).split("/", -1)) {
      Optional<String> segment = PercentCoding.decode(raw).filter(PathSegments::isClean);
      if (segment.isEmpty()) {
        return Optional.empty();
      }
      segments.add(segment.get());
    }
    return Optional.of(segments);
  }

  /** Whether a decoded text is one segment for every reader, even one that decodes twice. */
  static boolean isClean(String segment) {
    return !segment.isEmpty()
        && !segment.equals(".")
        && !segment.equals("..")
        && segment.indexOf('/') < 0
        && segment.indexOf('\\') < 0
        && segment.indexOf(';') < 0
        && PlainText.isReadable(segment)
        && !hasEscape(segment);
  }

  private static boolean hasEscape(String segment) {
    for (int at = segment.indexOf('%'); at >= 0; at = segment.indexOf('%', at + 1)) {
      boolean isEscape =
          at + 2 < segment.length()
              && PercentCoding.hex(segment.charAt(at + 1)) >= 0
              && PercentCoding.hex(segment.charAt(at + 2)) >= 0;
      if (isEscape) {
        return true;
      }
    }
    return false;
  }
}
