package org.portcullis.dissection.shell;

import java.util.HashMap;
import java.util.Map;

/** Which rule each program follows. One that none is for does something with each operand. */
final class ProgramRules {

  private static final Map<String, ProgramRule> RULES = rules();

  private ProgramRules() {}

  static ProgramRule of(String program) {
    ProgramRule rule = RULES.get(program);
    return rule != null ? rule : RULES.getOrDefault(ProgramName.family(program), Operands::each);
  }

  private static Map<String, ProgramRule> rules() {
    Map<String, ProgramRule> rules = new HashMap<>();
    ResourceLists.words("texts.txt").forEach(name -> rules.put(name, Started::onNothing));
    ResourceLists.words("text-first.txt")
        .forEach(name -> rules.put(name, Operands::eachBehindText));
    Subcommands.addTo(rules);
    Wrappers.addTo(rules);
    Shells.addTo(rules);
    Interpreters.addTo(rules);
    ShellBuiltins.addTo(rules);
    Launchers.addTo(rules);
    Containers.addTo(rules);
    rules.put("find", Find::apply);
    rules.put("xargs", Xargs::apply);
    rules.put("env", Env::apply);
    WindowsShells.addTo(rules);
    return Map.copyOf(rules);
  }
}
