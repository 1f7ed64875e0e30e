package org.portcullis.dissection.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** One spelling for the paths among a program's operands. */
final class Paths {

  private static final Set<String> NO_FILES =
      Set.of("/dev/null", "/dev/stdin", "/dev/stdout", "/dev/stderr", "/dev/tty");

  private Paths() {}

  /** Whether nothing is kept under this name. */
  static boolean isNoFile(String path) {
    return NO_FILES.contains(path) || path.startsWith("/dev/fd/");
  }

  /** Without empty segments, single dots, and segments that two dots undo; a URL as it is. */
  static String clean(String path) {
    if (path.indexOf('/') < 0 || path.contains("://")) {
      return path;
    }
    boolean absolute = path.startsWith("/");
    Deque<String> kept = new ArrayDeque<>();
    for (String segment : path.split("/", -1)) {
      boolean up = segment.equals("..");
      if (up && !kept.isEmpty() && !kept.getLast().equals("..")) {
        kept.removeLast();
      } else if (!segment.isEmpty() && !segment.equals(".") && !(up && absolute)) {
        kept.addLast(segment);
      }
    }
    String clean = (absolute ? "/" : "") + String.join("/", kept);
    return clean.isEmpty() ? "." : clean;
  }
}
