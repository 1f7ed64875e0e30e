package org.portcullis.dissection;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the arguments of well-known servers' tools hold, whatever their names are. Gateways that
 * join servers put a prefix before a tool's name; it is looked past.
 */
final class Catalogue {

  private static final String FILE = "catalogue.tsv";
  private static final String BECAUSE = "catalogue";
  private static final List<String> PREFIX_ENDS = List.of("__", ".", "/", ":");

  private final Map<String, Recognition> known;

  private Catalogue(Map<String, Recognition> known) {
    this.known = known;
  }

  static Catalogue standard() {
    Map<String, Recognition> known = new HashMap<>();
    for (String[] columns : DataFile.read(FILE)) {
      known.put(key(columns[1], columns[2]), Recognition.read(columns[3], BECAUSE).orElseThrow());
    }
    return new Catalogue(Map.copyOf(known));
  }

  /** What the argument holds; empty when nothing is known about it. */
  Optional<Recognition> of(Argument argument) {
    String tool = argument.commandName();
    Recognition exact = known.get(key(tool, argument.name()));
    return exact != null
        ? Optional.of(exact)
        : Optional.ofNullable(known.get(key(withoutPrefix(tool), argument.name())));
  }

  private static String withoutPrefix(String tool) {
    int begin = 0;
    for (String end : PREFIX_ENDS) {
      int last = tool.lastIndexOf(end);
      begin = last < 0 ? begin : Math.max(begin, last + end.length());
    }
    return tool.substring(begin);
  }

  private static String key(String tool, String argument) {
    return tool.toLowerCase(Locale.ROOT) + "\t" + argument.toLowerCase(Locale.ROOT);
  }
}
