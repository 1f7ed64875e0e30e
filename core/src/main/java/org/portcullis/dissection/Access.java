package org.portcullis.dissection;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is done to a file. */
enum Access {
  READ,
  WRITE,
  DELETE;

  /** What has to be feared when nothing is known. */
  static final Set<Access> ANY = Set.copyOf(EnumSet.allOf(Access.class));

  /** The verb, as names of commands spell it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads {@code read}, {@code read+write} and the like; empty when one of them is no access. */
  static Optional<Set<Access>> read(String text) {
    EnumSet<Access> read = EnumSet.noneOf(Access.class);
    for (String word : text.split("\\+", -1)) {
      switch (word) {
        case "read" -> read.add(READ);
        case "write" -> read.add(WRITE);
        case "delete" -> read.add(DELETE);
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(read);
  }
}
