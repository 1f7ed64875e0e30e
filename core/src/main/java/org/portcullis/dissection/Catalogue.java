package org.portcullis.dissection;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.portcullis.command.Command;

/**
 * What the arguments of well-known servers' tools hold, whatever their names are. Gateways that
 * join servers put a prefix before a tool's name; it is looked past.
 */
final class Catalogue {

  private static final String FILE = "catalogue.tsv";
  private static final String BECAUSE = "catalogue";
  private static final String TOOL = "tool:";
  private static final List<String> PREFIX_ENDS = List.of("__", ".", "/", ":");

  /** By tool, then by argument, both in lower case. */
  private final Map<String, Map<String, Recognition>> known;

  private Catalogue(Map<String, Map<String, Recognition>> known) {
    this.known = known;
  }

  static Catalogue standard() {
    Map<String, Map<String, Recognition>> known = new HashMap<>();
    for (String[] columns : DataFile.read(FILE)) {
      known
          .computeIfAbsent(lower(columns[1]), tool -> new HashMap<>())
          .put(lower(columns[2]), Recognition.read(columns[3], BECAUSE).orElseThrow());
    }
    return new Catalogue(known);
  }

  /**
   * What the arguments of a tool hold, by their names in lower case; nothing for any other command.
   */
  Map<String, Recognition> of(Command command) {
    String name = command.name().text();
    if (!name.startsWith(TOOL)) {
      return Map.of();
    }
    String tool = lower(name.substring(TOOL.length()));
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
