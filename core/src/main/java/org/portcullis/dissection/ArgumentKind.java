package org.portcullis.dissection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an argument can hold. */
enum ArgumentKind {
  SQL,
  SHELL,
  HTTP,
  FILE,
  CODE,
  /** Words for people or data: nothing is looked for in it. */
  TEXT;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The kind of the commands found in it, as names spell it; for {@link #TEXT} only a word. */
  String label() {
    return label;
  }

  /** The kind of this label; empty when there is none. */
  static Optional<ArgumentKind> labelled(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
  }
}
