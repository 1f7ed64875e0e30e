package org.portcullis.dissection.shell;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Commands of the shell itself that read lines or change what words mean. */
final class ShellBuiltins {

  private static final Set<String> DECLARE =
      Set.of("export", "declare", "typeset", "local", "readonly");

  private static final String EXECUTES = "command";

  /** Options by which a value is an expression or a name. */
  private static final Pattern EVALUATED = Pattern.compile("^[-+][A-Za-z]*[in]");

  private static final Pattern OPERATOR =
      Pattern.compile("^([=!<>]+|-[A-Za-z]|-(eq|ne|lt|le|gt|ge))$");

  private ShellBuiltins() {}

  static void addTo(Map<String, ProgramRule> rules) {
    rules.put("eval", ShellBuiltins::eval);
    rules.put("source", ShellBuiltins::source);
    rules.put(".", ShellBuiltins::source);
    rules.put("trap", ShellBuiltins::trap);
    rules.put("alias", ShellBuiltins::alias);
    DECLARE.forEach(name -> rules.put(name, ShellBuiltins::declare));
    Set.of("unset", "unfunction", "read", "let", "mapfile", "readarray", "getopts")
        .forEach(name -> rules.put(name, ShellBuiltins::names));
    Set.of("test", "[", "printf").forEach(name -> rules.put(name, ShellBuiltins::mayName));
    ProgramRule wrapper = rules.get(EXECUTES);
    rules.put(EXECUTES, started -> lookUpOr(started, wrapper));
  }

  private static void eval(Started started) {
    started.onNothing();
    boolean marked = started.word(1).filter(word -> word.value().equals("--")).isPresent();
    started.evaluates(Word.joined(started.from(marked ? 2 : 1)));
  }

  private static void source(Started started) {
    String file = started.word(1).map(word -> Paths.clean(word.value())).orElse("");
    started.programs().findings().program("source", file, started.line());
    started.opaque(Doubt.SCRIPT);
  }

  private static void trap(Started started) {
    List<Word> words = started.from(1);
    int at = !words.isEmpty() && words.get(0).value().equals("--") ? 1 : 0;
    if (at < words.size() && !words.get(at).value().startsWith("-")) {
      started.evaluates(words.get(at));
    }
    Operands.each(started, words.subList(Math.min(at + 1, words.size()), words.size()));
  }

  private static void alias(Started started) {
    for (Word word : started.from(1)) {
      int equals = word.value().indexOf('=');
      started.on(Assignment.name(word.value()));
      if (equals > 0) {
        started.evaluates(word.from(equals + 1));
        started.opaque(Doubt.ALIAS);
      }
    }
    if (started.argv().size() == 1) {
      started.onNothing();
    }
  }

  private static void declare(Started started) {
    boolean any = false;
    boolean evaluates = false;
    for (Word word : started.from(1)) {
      evaluates |= word.isOption() && EVALUATED.matcher(word.value()).find();
      if (!word.isOption()) {
        String name = Assignment.name(word.value());
        any = true;
        started.on(name);
        if (Assignment.changesCode(name)) {
          started.opaque(Doubt.ENVIRONMENT);
        }
      }
      if (!Assignment.isOne(word)) {
        started.doubt(word);
      }
    }
    if (!any) {
      started.onNothing();
    }
    if (evaluates) {
      started.programs().reading().evaluates(started.line().text());
    }
    evaluates(started);
  }

  private static void names(Started started) {
    if (started.name().startsWith("un")) {
      started.programs().reading().forgetAll();
    }
    Operands.each(started);
    evaluates(started);
    sets(started);
  }

  private static void mayName(Started started) {
    started.onNothing();
    List<Word> words = started.from(1);
    if (words.stream().anyMatch(word -> word.value().startsWith("-v"))) {
      evaluates(started);
      words.forEach(started::doubt);
      sets(started);
    }
    if (mayAsk(words)) {
      started.programs().reading().evaluates(started.line().text());
    }
  }

  /** Whether an operator may stand in a variable. */
  private static boolean mayAsk(List<Word> words) {
    boolean unknown = words.stream().anyMatch(word -> !word.known());
    return unknown && words.stream().noneMatch(word -> OPERATOR.matcher(word.value()).find());
  }

  private static void sets(Started started) {
    boolean code =
        started.from(1).stream()
            .anyMatch(word -> Assignment.changesCode(Assignment.name(word.value())));
    if (code) {
      started.opaque(Doubt.ENVIRONMENT);
    }
  }

  /** A name with brackets behind it is an expression, and that may run commands. */
  private static void evaluates(Started started) {
    boolean brackets = started.from(1).stream().anyMatch(word -> word.value().indexOf('[') >= 0);
    if (brackets || started.name().equals("let")) {
      started.programs().reading().evaluates(started.line().text());
    }
  }

  private static void lookUpOr(Started started, ProgramRule wrapper) {
    boolean asks =
        started
            .word(1)
            .filter(word -> word.isOption() && word.known())
            .filter(word -> word.value().matches("-p?[vV]"))
            .isPresent();
    if (asks) {
      Operands.each(started);
    } else {
      wrapper.apply(started);
    }
  }
}
