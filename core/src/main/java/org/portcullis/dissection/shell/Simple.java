package org.portcullis.dissection.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A simple command while it is read. */
final class Simple {

  private final List<Word> assignments = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();
  private final List<Redirect> redirects = new ArrayList<>();
  private final Set<String> notes = new HashSet<>();
  private String text = "";
  private @Nullable String input;
  private boolean readsFile;

  /** A file that is opened: to read, to write, or both. */
  record Redirect(String access, Word path) {}

  void add(Word word) {
    if (words.isEmpty() && Assignment.isOne(word)) {
      assignments.add(word);
    } else {
      words.add(word);
    }
  }

  void redirect(String access, Word path) {
    readsFile |= access.equals("read");
    redirects.add(new Redirect(access, path));
  }

  void note(String note) {
    notes.add(note);
  }

  /** What it reads on its standard input, when that stands in the text. */
  void input(@Nullable String known) {
    input = known;
  }

  void text(String whole) {
    text = whole.strip();
  }

  boolean isEmpty() {
    return words.isEmpty() && assignments.isEmpty() && redirects.isEmpty();
  }

  List<Word> assignments() {
    return assignments;
  }

  List<Word> words() {
    return words;
  }

  List<Redirect> redirects() {
    return redirects;
  }

  Optional<String> input() {
    return readsFile ? Optional.empty() : Optional.ofNullable(input);
  }

  ShellLine line() {
    List<String> argv = words.stream().map(Word::value).toList();
    return new ShellLine(text, argv, notes, Optional.empty());
  }
}
