package org.portcullis.dissection.shell;

import java.util.Map;
import java.util.Set;

/** Shells: they read a line from an option, a script, or their standard input. */
final class Shells {

  private static final Set<String> NAMES =
      Set.of("sh", "bash", "dash", "zsh", "ksh", "ksh93", "mksh", "ash", "rbash", "yash", "hush");

  /** Their lines are read alike only at first sight. */
  private static final Set<String> OTHERS = Set.of("fish", "csh", "tcsh", "nu", "xonsh", "elvish");

  private static final Set<String> WITH_FILE = Set.of("--rcfile", "--init-file");

  private Shells() {}

  static void addTo(Map<String, ProgramRule> rules) {
    NAMES.forEach(name -> rules.put(name, Shells::apply));
    OTHERS.forEach(
        name ->
            rules.put(
                name,
                started -> {
                  started.opaque(Doubt.DIALECT);
                  apply(started);
                }));
  }

  private static void apply(Started started) {
    boolean line = false;
    boolean input = false;
    int at = 1;
    boolean options = true;
    while (options && at < started.argv().size()) {
      Word word = started.argv().get(at);
      String value = word.value();
      boolean end = value.equals("--") || value.equals("-");
      options = !end && (word.isOption() || (value.startsWith("+") && value.length() > 1));
      if (options) {
        started.doubt(word);
        boolean letters = !value.startsWith("--");
        // A plus sign turns an option off, but this one has no off.
        line |= letters && value.indexOf('c') > 0;
        input |= letters && value.startsWith("-") && value.indexOf('s') > 0;
        at += WITH_FILE.contains(value) ? 1 : letters ? names(value) : 0;
        if (WITH_FILE.contains(value)) {
          started.opaque(Doubt.SCRIPT);
        }
      }
      at += options || end ? 1 : 0;
    }
    run(started, at, line, input);
  }

  /** How many names of options follow, such as {@code pipefail} behind {@code -o}. */
  private static int names(String option) {
    return (int) option.chars().filter(c -> c == 'o' || c == 'O').count();
  }

  private static void run(Started started, int at, boolean line, boolean input) {
    if (line) {
      started.on("-c");
      started.word(at).ifPresent(started::reads);
    } else if (input || started.from(at).isEmpty()) {
      started.onNothing();
      if (!isQuestion(started)) {
        started.readsInput();
      }
    } else {
      started.on(started.argv().get(at));
      started.opaque(Doubt.SCRIPT);
    }
  }

  private static boolean isQuestion(Started started) {
    return started.argv().size() == 2
        && Set.of("--version", "--help").contains(started.argv().get(1).value());
  }
}
