package org.portcullis.dissection;

import java.util.Optional;
import java.util.Set;

/**
 * What an argument holds, and why that is believed.
 *
 * @param kind what it holds
 * @param because {@code settings}, {@code catalogue}, {@code name}, or {@code content:} and what
 *     was seen there
 * @param access what is done to a file; empty when that is not known, or when it is none
 * @param argv whether a list of texts is one command and its arguments, not several commands
 */
record Recognition(ArgumentKind kind, String because, Set<Access> access, boolean argv) {

  private static final String ARGV = "argv";
  private static final String FILE = "file:";

  Recognition {
    access = Set.copyOf(access);
  }

  static Recognition of(ArgumentKind kind, String because) {
    return new Recognition(kind, because, Set.of(), false);
  }

  /**
   * Reads a kind as data files and settings spell it: a kind's word, {@code argv}, or {@code file:}
   * and an access such as {@code read+write}. Empty when it is none of these.
   */
  static Optional<Recognition> read(String text, String because) {
    if (text.equals(ARGV)) {
      return Optional.of(new Recognition(ArgumentKind.SHELL, because, Set.of(), true));
    }
    if (text.startsWith(FILE)) {
      return Access.read(text.substring(FILE.length()))
          .map(access -> new Recognition(ArgumentKind.FILE, because, access, false));
    }
    return ArgumentKind.called(text).map(kind -> of(kind, because));
  }
}
