package org.portcullis.dissection.code;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Modes in which files are opened. */
final class Modes {

  private static final Set<String> ALL = Set.of("read", "write");
  private static final Set<String> READ = Set.of("read");
  private static final Map<String, Set<String>> MODES = new HashMap<>();

  static {
    List.of("r", "rb", "rt", "br", "rs").forEach(mode -> MODES.put(mode, READ));
    List.of("w", "wb", "wt", "a", "ab", "at", "x", "xb", "xt", "wx", "ax")
        .forEach(mode -> MODES.put(mode, Set.of("write")));
  }

  private Modes() {}

  /** What is done to a file that is opened so; both when it is not told. */
  static Set<String> of(Given given) {
    Value mode = given.value("1,mode");
    if (mode == null || mode instanceof Value.Own) {
      return given.isWhole() ? READ : ALL;
    }
    return mode instanceof Value.Words words ? MODES.getOrDefault(words.text(), ALL) : ALL;
  }
}
