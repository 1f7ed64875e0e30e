package org.portcullis.dissection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Arguments of well-known servers' tools that hold SQL, whatever their names are. Gateways that
 * join servers put a prefix before a tool's name; it is looked past.
 */
final class Catalogue {

  private static final String FILE = "catalogue.tsv";
  private static final List<String> PREFIX_ENDS = List.of("__", ".", "/", ":");

  private final Set<String> known;

  private Catalogue(Set<String> known) {
    this.known = known;
  }

  static Catalogue standard() {
    try (InputStream in = Catalogue.class.getResourceAsStream(FILE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      Set<String> known = new HashSet<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] columns = line.split("\t", -1);
        if (!line.startsWith("#") && columns.length == 3) {
          known.add(key(columns[1], columns[2]));
        }
      }
      return new Catalogue(Set.copyOf(known));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }

  boolean knows(Argument argument) {
    String name = argument.command().name().text();
    String tool = name.substring(name.indexOf(':') + 1);
    return known.contains(key(tool, argument.name()))
        || known.contains(key(withoutPrefix(tool), argument.name()));
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
