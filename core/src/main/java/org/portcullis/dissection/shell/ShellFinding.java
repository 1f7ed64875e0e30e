package org.portcullis.dissection.shell;

import static java.util.Objects.requireNonNull;

/**
 * One thing that a shell line does.
 *
 * @param kind {@code shell}, {@code file} or {@code code}
 * @param verb the program; for a file, what is done to it; {@code opaque} for what cannot be told
 * @param object what it is done to; {@link #NOTHING} where there is nothing; {@code *} for what
 *     cannot be told
 * @param line where it comes from
 */
public record ShellFinding(String kind, String verb, String object, ShellLine line) {

  /** The object of a program that is started on nothing. */
  public static final String NOTHING = "-";

  /** The object of what is only known when it runs. */
  public static final String ANYTHING = "*";

  public ShellFinding {
    requireNonNull(kind, "kind");
    requireNonNull(verb, "verb");
    requireNonNull(object, "object");
    requireNonNull(line, "line");
  }
}
