package org.portcullis.dissection.shell;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code find}: places to look in, and what to do with what is found there. */
final class Find {

  private static final Set<String> EXECUTES = Set.of("-exec", "-execdir", "-ok", "-okdir");
  private static final Set<String> WRITES = Set.of("-fprint", "-fprint0", "-fprintf", "-fls");
  private static final String DEBUG = "-D";
  private static final Pattern BEFORE = Pattern.compile("^-([HLPD]|O[0-9]*)$");
  private static final String PLACES = "-files0-from";
  private static final String FOUND = "{}";

  private Find() {}

  static void apply(Started started) {
    List<Word> argv = started.argv();
    int at = 1;
    while (at < argv.size() && BEFORE.matcher(argv.get(at).value()).find()) {
      at += argv.get(at).value().equals(DEBUG) ? 2 : 1;
    }
    at = Math.min(at, argv.size());
    int begin = at;
    while (at < argv.size() && !beginsExpression(argv.get(at))) {
      at++;
    }
    List<Word> places = argv.subList(begin, at);
    Operands.each(started, places);
    if (argv.subList(at, argv.size()).stream().anyMatch(Find::deletes)) {
      places.forEach(place -> started.file("delete", place));
      if (places.isEmpty()) {
        started.file("delete", Word.of("."));
      }
    }
    while (at < argv.size()) {
      at = expression(started, at);
    }
  }

  private static boolean deletes(Word word) {
    return word.value().equals("-delete");
  }

  private static boolean beginsExpression(Word word) {
    return word.isOption() || Set.of("(", "!", ")", ",").contains(word.value());
  }

  /** Looks at one part; the index of the next. */
  private static int expression(Started started, int at) {
    Word word = started.argv().get(at);
    started.doubt(word);
    if (word.value().equals(PLACES)) {
      started.opaque(Doubt.INPUT);
    }
    if (EXECUTES.contains(word.value())) {
      return executes(started, at + 1);
    }
    if (WRITES.contains(word.value())) {
      started.word(at + 1).ifPresent(file -> started.file("write", file));
      return at + 2;
    }
    return at + 1;
  }

  private static int executes(Started started, int from) {
    List<Word> inner = new ArrayList<>();
    int at = from;
    while (at < started.argv().size() && !endsInner(started.argv(), at)) {
      Word word = started.argv().get(at);
      boolean found = word.value().contains(FOUND);
      inner.add(found ? Xargs.replaced(word, FOUND) : word);
      at++;
    }
    if (!inner.isEmpty()) {
      started.starts(inner);
    }
    return at + 1;
  }

  private static boolean endsInner(List<Word> argv, int at) {
    String value = argv.get(at).value();
    boolean many = value.equals("+") && argv.get(at - 1).value().equals(FOUND);
    return many || value.equals(";");
  }
}
