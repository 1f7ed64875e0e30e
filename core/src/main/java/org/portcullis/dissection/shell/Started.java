package org.portcullis.dissection.shell;

import java.util.List;
import java.util.Optional;

/**
 * A program that a line starts.
 *
 * @param names how it is named, the base name first
 * @param argv its first word and its arguments
 * @param line where it stands
 * @param input what it reads on its standard input, when that stands in the text
 * @param programs where what it starts in turn is looked at
 */
record Started(
    List<String> names,
    List<Word> argv,
    ShellLine line,
    Optional<String> input,
    Programs programs) {

  String name() {
    return names.get(0);
  }

  /** Its arguments from this index on, its first word being index 0. */
  List<Word> from(int index) {
    return argv.subList(Math.min(index, argv.size()), argv.size());
  }

  Optional<Word> word(int index) {
    return index < argv.size() ? Optional.of(argv.get(index)) : Optional.empty();
  }

  /** It is started on this. */
  void on(String object) {
    names.forEach(name -> programs.findings().program(name, object, line));
  }

  void onNothing() {
    on(ShellFinding.NOTHING);
  }

  /** It is started on what this word says. */
  void on(Word word) {
    on(Paths.clean(word.value()));
    doubt(word);
  }

  /** Notes when a word is not known. */
  void doubt(Word word) {
    if (word.doubt() != null) {
      opaque(word.doubt());
    }
  }

  /** It starts something that cannot be told. */
  void opaque(Doubt doubt) {
    opaque(Findings.SHELL, doubt);
  }

  void opaque(String kind, Doubt doubt) {
    programs.findings().opaque(kind, doubt, line);
  }

  /** It does this to a file. */
  void file(String access, Word path) {
    programs.findings().file(access, path, line);
  }

  /** It starts another program with these words. */
  void starts(List<Word> inner) {
    programs.start(inner, line, input, false);
  }

  /** It is named by the program that it starts. */
  void wraps(List<Word> inner) {
    if (inner.isEmpty()) {
      onNothing();
      return;
    }
    Word first = inner.get(0);
    List<String> wrapped = first.known() ? ProgramName.of(first.value()) : List.of();
    on(wrapped.isEmpty() ? ShellFinding.ANYTHING : wrapped.get(0));
    starts(inner);
  }

  /** The shell itself reads this word as a line. */
  void evaluates(Word code) {
    if (code.doubt() == null) {
      programs.evaluate(code.value());
    } else {
      opaque(code.doubt());
    }
  }

  /** Another shell reads this word as a line. */
  void reads(Word code) {
    if (code.doubt() == null) {
      programs.code(code.value());
    } else {
      opaque(code.doubt());
    }
  }

  /** Another shell reads these words, joined by blanks, as a line. */
  void reads(List<Word> words) {
    reads(Word.joined(words));
  }

  /** Another shell reads its standard input. */
  void readsInput() {
    input.ifPresentOrElse(programs::code, () -> opaque(Doubt.INPUT));
  }
}
