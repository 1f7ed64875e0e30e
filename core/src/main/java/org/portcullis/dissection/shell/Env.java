package org.portcullis.dissection.shell;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code env}: variables, and a program that is started under them. */
final class Env {

  private static final Options OPTIONS =
      Options.of(
          "i0v",
          "uCS",
          "ignore-environment,null,debug,list-signal-handling,help,version",
          "unset,chdir,split-string,block-signal,default-signal,ignore-signal");

  /** What is split at blanks only. */
  private static final Pattern PLAIN = Pattern.compile("^[A-Za-z0-9_./=:@%+, -]*$");

  private Env() {}

  static void apply(Started started) {
    Options.Parsed parsed = OPTIONS.parse(started.argv(), 1);
    if (!parsed.sure()) {
      started.opaque(Doubt.OPTION);
    }
    List<Word> words = new ArrayList<>();
    for (Options.Given given : parsed.given()) {
      if (given.name().equals("S") || given.name().equals("split-string")) {
        split(started, given.value(), words);
      }
    }
    int at = parsed.end();
    if (started.word(at).filter(word -> word.value().equals("-")).isPresent()) {
      at++;
    }
    words.addAll(started.from(at));
    int from = assignments(started, words, 0);
    started.wraps(words.subList(from, words.size()));
  }

  private static void split(Started started, Word text, List<Word> words) {
    if (!text.known() || !PLAIN.matcher(text.value()).find()) {
      started.opaque(Doubt.CODE);
      return;
    }
    Arrays.stream(text.value().split(" ", -1))
        .filter(part -> !part.isEmpty())
        .map(Word::of)
        .forEach(words::add);
  }

  /** The index of the first word that sets no variable. */
  static int behindAssignments(Started started, int from) {
    return assignments(started, started.argv(), from);
  }

  /** Any name can be set here, not only those that a shell knows. */
  private static int assignments(Started started, List<Word> words, int from) {
    int at = from;
    while (at < words.size() && words.get(at).value().indexOf('=') > 0) {
      String value = words.get(at).value();
      if (Assignment.changesCode(value.substring(0, value.indexOf('=')))) {
        started.opaque(Doubt.ENVIRONMENT);
      }
      at++;
    }
    return at;
  }
}
