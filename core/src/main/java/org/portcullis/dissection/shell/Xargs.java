package org.portcullis.dissection.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code xargs}: a program and, behind its arguments or in them, what is read. */
final class Xargs {

  private static final Options OPTIONS =
      Options.of(
          "0oprtxil",
          "adEILnPsJRS",
          "null,open-tty,interactive,no-run-if-empty,verbose,exit,show-limits,help,version,eof,"
              + "replace,max-lines",
          "arg-file,delimiter,max-args,max-procs,max-chars,process-slot-var");

  private static final Set<String> REPLACE = Set.of("I", "J", "replace", "i");

  private Xargs() {}

  static void apply(Started started) {
    Options.Parsed parsed = OPTIONS.parse(started.argv(), 1);
    if (!parsed.sure()) {
      started.opaque(Doubt.OPTION);
    }
    List<Word> named = started.from(parsed.end());
    List<Word> inner = named.isEmpty() ? List.of(Word.of("echo")) : named;
    List<String> marks =
        parsed.given().stream()
            .filter(given -> REPLACE.contains(given.name()))
            .map(given -> given.value().value().isEmpty() ? "{}" : given.value().value())
            .toList();
    List<Word> words = new ArrayList<>();
    inner.forEach(word -> words.add(replaced(word, marks)));
    if (marks.isEmpty()) {
      words.add(Word.unknown(Doubt.INPUT));
    }
    started.wraps(words);
  }

  /** The last mark counts; with several, any word may hold it. */
  private static Word replaced(Word word, List<String> marks) {
    if (marks.size() > 1) {
      return Word.unknown(Doubt.INPUT);
    }
    boolean holds = marks.size() == 1 && word.value().contains(marks.get(0));
    return holds ? replaced(word, marks.get(0)) : word;
  }

  /** A word in which something takes the place of the mark. */
  static Word replaced(Word word, String mark) {
    return new Word(word.value().replace(mark, "*"), word.source(), false, Doubt.INPUT);
  }
}
