package org.portcullis.dissection.shell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Looks at the programs that are started, directly or by one another. */
final class Programs {

  private final Reading reading;
  private final Consumer<String> code;

  Programs(Reading reading, Consumer<String> code) {
    this.reading = reading;
    this.code = code;
  }

  Findings findings() {
    return reading.findings();
  }

  Reading reading() {
    return reading;
  }

  /** Looks at what another shell reads as lines. */
  void code(String text) {
    reading.inOtherShell(() -> code.accept(text));
  }

  /** Looks at what this shell itself reads as lines. */
  void evaluate(String text) {
    code.accept(text);
  }

  /** Looks at a simple command. */
  void run(Simple command) {
    ShellLine line = command.line();
    for (Simple.Redirect redirect : command.redirects()) {
      Word path = redirect.path();
      if (!path.known() || !Paths.isNoFile(path.value())) {
        findings().file(redirect.access(), path, line);
      }
    }
    for (Word assignment : command.assignments()) {
      set(assignment, command.words().isEmpty(), line);
    }
    if (!command.words().isEmpty()) {
      start(command.words(), line, command.input(), true);
    }
  }

  private void set(Word assignment, boolean alone, ShellLine line) {
    String name = Assignment.name(assignment.source());
    if (Assignment.evaluates(assignment.source())) {
      reading.evaluates(assignment.source());
    }
    if (Assignment.changesCode(name)) {
      findings().opaque(Findings.SHELL, Doubt.ENVIRONMENT, line);
    }
    if (alone) {
      findings().program("set", name, line);
    }
  }

  /** Looks at an array of arguments that no shell reads. */
  void start(List<String> argv) {
    List<Word> words = argv.stream().map(Word::of).toList();
    ShellLine line = new ShellLine(String.join(" ", argv), argv, Set.of(), Optional.empty());
    start(words, line, Optional.empty(), false);
  }

  /**
   * Looks at a program and its arguments.
   *
   * @param direct whether the shell itself starts it, so that it may be a function
   */
  void start(List<Word> argv, ShellLine line, Optional<String> input, boolean direct) {
    if (!reading.enter()) {
      return;
    }
    Word first = argv.get(0);
    List<String> names = first.known() ? ProgramName.of(first.value()) : List.of();
    ShellLine own =
        new ShellLine(
            line.text(), argv.stream().map(Word::value).toList(), line.notes(), line.reason());
    if (names.isEmpty()) {
      findings().opaque(Findings.SHELL, first.known() ? Doubt.NAME : first.doubt(), own);
    } else if (!direct || !reading.isFunction(first.value())) {
      Started started = new Started(names, argv, own, input, this);
      ProgramRules.of(names.get(0)).apply(started);
      InnerCode.look(started);
    }
    reading.leave();
  }
}
