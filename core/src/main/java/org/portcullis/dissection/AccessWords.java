package org.portcullis.dissection;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a call does to a file, by the words in the names of tool and argument and by what is chosen
 * beside it ({@code operation}, {@code mode}). Every word counts; without any, everything has to be
 * feared.
 */
final class AccessWords {

  private static final String FILE = "access-words.tsv";
  private static final Set<String> MOVING = Set.of("move", "mv", "rename");

  private static final List<String> CHOICES =
      List.of("operation", "action", "command", "method", "subcommand");
  private static final List<String> MODES = List.of("mode", "flags");

  /** Where one of these stands beside a source, the source is left as it is, or moved. */
  private static final List<String> DESTINATIONS =
      List.of(
          "destination",
          "dest",
          "dst",
          "target",
          "to",
          "output",
          "destination_path",
          "destinationPath",
          "dest_path",
          "target_path",
          "targetPath",
          "output_path",
          "outputPath",
          "output_file",
          "outputFile",
          "new_path",
          "newPath");

  private final Map<String, Set<Access>> tools = new HashMap<>();
  private final Map<String, Set<Access>> arguments = new HashMap<>();
  private final Map<String, Set<Access>> sources = new HashMap<>();
  private final Map<String, Set<Access>> modes = new HashMap<>();

  private AccessWords() {}

  static AccessWords standard() {
    AccessWords words = new AccessWords();
    Map<String, Map<String, Set<Access>>> tables =
        Map.of(
            "tool", words.tools,
            "argument", words.arguments,
            "source", words.sources,
            "mode", words.modes);
    for (String[] columns : DataFile.read(FILE)) {
      for (String word : columns[2].split(" ", -1)) {
        tables.get(columns[0]).put(word, Access.read(columns[1]).orElseThrow());
      }
    }
    return words;
  }

  /** What the call does to the file that this argument names. */
  Set<Access> of(Argument argument) {
    Set<String> words = argument.toolWords();
    String name = argument.name().plain();
    if (arguments.containsKey(name)) {
      return arguments.get(name);
    }
    if (sources.containsKey(name) && argument.neighbor(DESTINATIONS).isPresent()) {
      boolean leaves = words.stream().anyMatch(MOVING::contains);
      return leaves ? EnumSet.of(Access.READ, Access.DELETE) : sources.get(name);
    }
    EnumSet<Access> access = EnumSet.noneOf(Access.class);
    words.forEach(word -> access.addAll(tools.getOrDefault(word, Set.of())));
    argument.neighborText(CHOICES).ifPresent(choice -> add(choice, access));
    argument
        .neighborText(MODES)
        .ifPresent(mode -> access.addAll(modes.getOrDefault(Words.plain(mode), Set.of())));
    return access.isEmpty() ? Access.ANY : access;
  }

  /** A choice that says nothing can be anything, unless the tool's own name has said it. */
  private void add(String choice, Set<Access> access) {
    Words.of(choice.length() > 64 ? "" : choice)
        .forEach(word -> access.addAll(tools.getOrDefault(word, Set.of())));
  }
}
