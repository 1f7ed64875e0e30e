package org.portcullis.dissection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.portcullis.command.Command;

/**
 * What the arguments of well-known servers' tools hold, whatever their names are. Gateways that
 * join servers put a prefix before a tool's name; it is looked past. Immutable.
 */
public final class Catalogue {

  private static final String FILE = "catalogue.tsv";
  private static final String BECAUSE = "catalogue";
  private static final int COLUMNS = 4;
  private static final String EXPECTED =
      "server, tool, argument and one of " + ArgumentSettings.KINDS + ", separated by tabs";
  private static final List<String> PREFIX_ENDS = List.of("__", ".", "/", ":");

  /** By tool, then by argument, both in lower case. */
  private final Map<String, Map<String, Recognition>> known;

  private Catalogue(Map<String, Map<String, Recognition>> known) {
    this.known = known;
  }

  /** What reading came to. */
  public sealed interface Reading {

    /** It can be used. */
    record Read(Catalogue catalogue) implements Reading {}

    /**
     * It cannot.
     *
     * @param faults at least one; each begins with the number of its line
     */
    record Faulty(List<String> faults) implements Reading {}
  }

  /** What this version knows by itself. */
  public static Catalogue standard() {
    Reading reading = read(DataFile.lines(FILE));
    if (reading instanceof Reading.Read read) {
      return read.catalogue();
    }
    throw new IllegalStateException(FILE + ": " + ((Reading.Faulty) reading).faults());
  }

  /**
   * Reads lines of four columns, separated by tabs: server, tool, argument, kind. Lines that are
   * blank or begin with {@code #} say nothing.
   */
  public static Reading read(List<String> lines) {
    Map<String, Map<String, Recognition>> known = new HashMap<>();
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] columns = line.split("\t", -1);
        Optional<Recognition> kind =
            columns.length == COLUMNS && !columns[1].isBlank() && !columns[2].isBlank()
                ? Recognition.read(columns[3].strip(), BECAUSE)
                : Optional.empty();
        if (kind.isEmpty()) {
          faults.add("line " + (i + 1) + ": not an entry (expected: " + EXPECTED + ")");
        } else {
          known
              .computeIfAbsent(lower(columns[1]), tool -> new HashMap<>())
              .put(lower(columns[2]), kind.get());
        }
      }
    }
    return faults.isEmpty() ? new Reading.Read(new Catalogue(known)) : new Reading.Faulty(faults);
  }

  /** This one and another, whose word counts where both know an argument. */
  public Catalogue with(Catalogue other) {
    Map<String, Map<String, Recognition>> both = new HashMap<>();
    known.forEach((tool, arguments) -> both.put(tool, new HashMap<>(arguments)));
    other.known.forEach(
        (tool, arguments) -> both.computeIfAbsent(tool, any -> new HashMap<>()).putAll(arguments));
    return new Catalogue(both);
  }

  /**
   * What the arguments of a tool hold, by their names in lower case; nothing for any other command.
   */
  Map<String, Recognition> of(Command command) {
    return command.name().tool().map(tool -> ofTool(lower(tool))).orElse(Map.of());
  }

  private Map<String, Recognition> ofTool(String tool) {
    Map<String, Recognition> exact = known.get(tool);
    return exact != null ? exact : known.getOrDefault(withoutPrefix(tool), Map.of());
  }

  private static String withoutPrefix(String tool) {
    int begin = 0;
    for (String end : PREFIX_ENDS) {
      int last = tool.lastIndexOf(end);
      begin = last < 0 ? begin : Math.max(begin, last + end.length());
    }
    return tool.substring(begin);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
