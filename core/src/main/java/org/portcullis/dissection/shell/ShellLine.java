package org.portcullis.dissection.shell;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a finding comes from.
 *
 * @param text the simple command as it is written
 * @param argv the program and its arguments after quotes are removed, with a star for what is only
 *     known when it runs; empty for something that is no program
 * @param notes what else is true of it: {@code background}, {@code redirected}
 * @param reason why it cannot be told; present for what is opaque only
 */
public record ShellLine(
    String text, List<String> argv, Set<String> notes, Optional<String> reason) {

  public ShellLine {
    requireNonNull(text, "text");
    argv = List.copyOf(argv);
    notes = Set.copyOf(notes);
    requireNonNull(reason, "reason");
  }

  ShellLine because(Doubt doubt) {
    return new ShellLine(text, argv, notes, Optional.of(doubt.label()));
  }
}
