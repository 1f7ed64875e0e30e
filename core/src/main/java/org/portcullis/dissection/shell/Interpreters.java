package org.portcullis.dissection.shell;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Interpreters of other languages. Code in an option is told apart elsewhere. */
final class Interpreters {

  private static final Set<String> QUESTIONS =
      Set.of("--version", "-V", "-v", "--help", "-h", "-VV");

  private Interpreters() {}

  static void addTo(Map<String, ProgramRule> rules) {
    ResourceLists.words("interpreters.txt").forEach(name -> rules.put(name, Interpreters::apply));
  }

  private static void apply(Started started) {
    Operands.each(started);
    List<Word> words = started.from(1);
    boolean question = words.size() == 1 && QUESTIONS.contains(words.get(0).value());
    boolean file = words.stream().anyMatch(word -> !word.isOption() && !isInput(word.value()));
    if (!question && !file) {
      started.opaque(Findings.CODE, Doubt.INPUT);
    }
  }

  private static boolean isInput(String file) {
    return file.equals("-") || Paths.isNoFile(file) || file.startsWith("/proc/");
  }
}
