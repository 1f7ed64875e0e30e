package org.portcullis.dissection;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Lists of texts that are one program and its arguments. */
final class Argv {

  /** Names under which a list is one command; under a plural it is several. */
  private static final Set<String> WHOLE = Set.of("command", "cmd", "argv", "commandline", "exec");

  /** Names under which a list has its program beside it. */
  private static final Set<String> REST = Set.of("args", "arguments", "argv");

  private static final List<String> PROGRAM =
      List.of("command", "cmd", "program", "executable", "binary");

  /** Programs whose next argument is an option that runs something. */
  private static final Set<String> RUNNERS =
      Set.of(
          "sh",
          "bash",
          "zsh",
          "dash",
          "ksh",
          "ash",
          "fish",
          "cmd",
          "cmd.exe",
          "powershell",
          "powershell.exe",
          "pwsh",
          "python",
          "python3",
          "node",
          "perl",
          "ruby",
          "php");

  private Argv() {}

  /** The elements of a list of texts; empty when there are none, or other values among them. */
  static Optional<List<String>> of(JsonNode array) {
    List<String> elements = new ArrayList<>(array.size());
    for (JsonNode element : array) {
      if (!element.isTextual()) {
        return Optional.empty();
      }
      elements.add(element.textValue());
    }
    return elements.isEmpty() ? Optional.empty() : Optional.of(elements);
  }

  /** Whether the name of the list says that it is one command. */
  static boolean isNamed(Argument list, List<String> argv) {
    String name = list.name().plain();
    return (WHOLE.contains(name) && !hasBlank(argv.get(0)))
        || (REST.contains(name) && program(list).isPresent());
  }

  /** Whether it begins as only the call of a program does. */
  static boolean isEvident(List<String> argv) {
    String program = argv.get(0).substring(argv.get(0).lastIndexOf('/') + 1);
    return argv.size() > 1
        && RUNNERS.contains(program.toLowerCase(Locale.ROOT))
        && (argv.get(1).startsWith("-") || argv.get(1).startsWith("/"));
  }

  /** The whole command: a list of mere arguments gets its program from beside it. */
  static List<String> withProgram(Argument list, List<String> argv) {
    Optional<String> program =
        REST.contains(list.name().plain()) ? program(list) : Optional.empty();
    if (program.isEmpty()) {
      return argv;
    }
    List<String> whole = new ArrayList<>(argv.size() + 1);
    whole.add(program.get());
    whole.addAll(argv);
    return whole;
  }

  private static Optional<String> program(Argument list) {
    return list.neighborText(PROGRAM).filter(text -> !text.isBlank());
  }

  /** A whole line where a program was expected: the list holds several commands. */
  private static boolean hasBlank(String program) {
    return program.strip().chars().anyMatch(Character::isWhitespace);
  }
}
