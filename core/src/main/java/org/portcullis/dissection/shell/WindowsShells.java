package org.portcullis.dissection.shell;

import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** PowerShell and cmd. Only one plain command with plain arguments is looked into. */
final class WindowsShells {

  private static final Set<String> NAMES = Set.of("powershell", "pwsh", "cmd");

  /** A path or a word; nothing that either shell expands. */
  private static final Pattern PLAIN =
      Pattern.compile("^[A-Za-z][A-Za-z0-9_-]*( +[A-Za-z0-9_./\\\\:-]+)*$");

  private static final Pattern VERB_NOUN =
      Pattern.compile(
          "^\\s*(?i)(add|clear|compare|convert\\w*|copy|disable|dismount|enable|export|find|foreach"
              + "|format|get|import|install|invoke|measure|mount|move|new|out|push|pop|read|receive"
              + "|register|remove|rename|reset|resolve|restart|restore|resume|save|select|send|set"
              + "|sort|split|start|stop|suspend|tee|test|uninstall|unregister|update|wait|where"
              + "|write)-[A-Za-z]{3,}(\\s|$)");

  private static final Pattern SIGNS =
      Pattern.compile(
          "(?i)%[a-z_][a-z0-9_()]{2,}%|\\$env:|[\\w\\s]\\^([&|<>^]|\\r?\\n)|^\\s*@echo\\s+off|^\\s*[a-z]:\\\\"
              + "|^\\s*\\$[a-z_]\\w*\\s*=\\s|\\|\\s*(%|\\?)\\s*\\{"
              + "|\\s-(erroraction|recurse|force|whatif|encodedcommand)\\b");

  private static final Set<String> BEFORE_LINE = Set.of("-c", "-command", "/c", "/k", "/r");

  private WindowsShells() {}

  static void addTo(Map<String, ProgramRule> rules) {
    NAMES.forEach(name -> rules.put(name, WindowsShells::apply));
  }

  private static void apply(Started started) {
    started.onNothing();
    List<Word> words = started.from(1);
    boolean line =
        words.size() > 1
            && BEFORE_LINE.contains(words.get(0).value().toLowerCase(Locale.ROOT))
            && words.stream().allMatch(Word::known);
    String text = line ? String.join(" ", words.stream().skip(1).map(Word::value).toList()) : "";
    if (PLAIN.matcher(text).find()) {
      plain(text, started.programs());
    } else {
      started.opaque(Doubt.DIALECT);
    }
  }

  /** Whether a line begins with a command as PowerShell names its own. */
  static boolean isVerbNoun(String text) {
    return VERB_NOUN.matcher(text).find();
  }

  /** Whether something in a text means more to one of these shells than to others. */
  static boolean hasSigns(String text) {
    return SIGNS.matcher(text).find() || isVerbNoun(text);
  }

  static boolean isPlain(String text) {
    return PLAIN.matcher(text.strip()).find();
  }

  /** Looks at one plain command. What begins with a dash or a slash and a letter is an option. */
  static void plain(String text, Programs programs) {
    List<String> argv = Arrays.stream(text.strip().split(" +", -1)).toList();
    ShellLine line = new ShellLine(text.strip(), argv, Set.of(), java.util.Optional.empty());
    String program = argv.get(0).toLowerCase(Locale.ROOT);
    List<String> operands =
        argv.stream().skip(1).filter(word -> !word.matches("-.*|/[A-Za-z?]")).toList();
    operands.forEach(operand -> programs.findings().program(program, operand, line));
    if (operands.isEmpty()) {
      programs.findings().program(program, ShellFinding.NOTHING, line);
    }
  }
}
