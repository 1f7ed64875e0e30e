package org.portcullis.dissection.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.portcullis.text.PercentCoding;

/**
 * Paths of addresses, decoded once. Dots between slashes are resolved; dots and slashes behind
 * escapes, a second layer of escapes, path parameters, and dots after an empty segment are what
 * readers differ about.
 */
final class WebPath {

  private WebPath() {}

  /** The path, from its slash; empty when readers could differ about it. */
  static Optional<String> canonical(String raw) {
    if (raw.isEmpty()) {
      return Optional.of("/");
    }
    Deque<String> kept = new ArrayDeque<>();
    boolean hasEmpty = false;
    boolean hasDots = false;
    String[] segments = raw.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean dots = segments[i].equals(".") || segments[i].equals("..");
      boolean last = i == segments.length - 1;
      hasDots |= dots;
      hasEmpty |= segments[i].isEmpty() && !last;
      if (segments[i].equals("..")) {
        kept.pollLast();
      }
      if (dots) {
        continue;
      }
      Optional<String> segment = PercentCoding.decode(segments[i]).filter(WebPath::isClean);
      if (segment.isEmpty()) {
        return Optional.empty();
      }
      if (!segment.get().isEmpty()) {
        kept.addLast(segment.get());
      }
    }
    return hasEmpty && hasDots ? Optional.empty() : Optional.of(joined(kept, segments));
  }

  private static String joined(Deque<String> kept, String[] segments) {
    String last = segments[segments.length - 1];
    boolean folder = last.isEmpty() || last.equals(".") || last.equals("..");
    return "/" + String.join("/", kept) + (folder && !kept.isEmpty() ? "/" : "");
  }

  /** Whether it is one segment for every reader, even for one that decodes twice. */
  private static boolean isClean(String segment) {
    return !segment.equals(".")
        && !segment.equals("..")
        && segment.indexOf('/') < 0
        && segment.indexOf('\\') < 0
        && segment.indexOf(';') < 0
        && segment.chars().noneMatch(Character::isISOControl)
        && !hasEscape(segment);
  }

  private static boolean hasEscape(String segment) {
    for (int at = segment.indexOf('%'); at >= 0; at = segment.indexOf('%', at + 1)) {
      if (at + 2 < segment.length()
          && Character.digit(segment.charAt(at + 1), 16) >= 0
          && Character.digit(segment.charAt(at + 2), 16) >= 0) {
        return true;
      }
    }
    return false;
  }
}
