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
  /** Who a message goes to. Nothing recognizes it: only settings and catalogues say so. */
  RECIPIENT("message"),
  /** Words for people or data: nothing is looked for in it. */
  TEXT;

  private final String word = name().toLowerCase(Locale.ROOT);
  private final String label;

  ArgumentKind() {
    this.label = word;
  }

  ArgumentKind(String label) {
    this.label = label;
  }

  /** The kind of the commands found in it, as names spell it; for {@link #TEXT} only a word. */
  String label() {
    return label;
  }

  /** The kind that settings and catalogues call by this word; empty when there is none. */
  static Optional<ArgumentKind> called(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }
}
