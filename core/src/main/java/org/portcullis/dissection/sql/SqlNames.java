package org.portcullis.dissection.sql;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.sf.jsqlparser.schema.Table;

/** Spells the names of tables and functions in the one way in which policy knows them. */
final class SqlNames {

  private static final Pattern PLAIN = Pattern.compile("[^\\s.:\"'*?\\pC]+");

  private SqlNames() {}

  static String of(Table table) {
    return of(table.getFullyQualifiedName());
  }

  /** Lower case, without quotes where they are not needed, parts joined by dots. */
  static String of(String qualified) {
    List<String> parts = new ArrayList<>();
    int at = 0;
    StringBuilder part = new StringBuilder();
    while (at < qualified.length()) {
      char c = qualified.charAt(at);
      if (c == '"') {
        Quoted quoted = Quoted.read(qualified, at, '"', false);
        part.append(quoted.content());
        at = quoted.end();
      } else if (c == '.') {
        parts.add(spelled(part.toString()));
        part.setLength(0);
        at++;
      } else {
        part.append(c);
        at++;
      }
    }
    parts.add(spelled(part.toString()));
    return String.join(".", parts);
  }

  /** Whether a name in a query is that of a query above it; names in quotes compare exactly. */
  static boolean same(String name, String other) {
    boolean quoted = name.startsWith("\"") || other.startsWith("\"");
    return quoted ? name.equals(other) : name.equalsIgnoreCase(other);
  }

  private static String spelled(String part) {
    String lower = part.toLowerCase(Locale.ROOT);
    return PLAIN.matches(lower) || lower.isEmpty()
        ? lower
        : '"' + lower.replace("\"", "\"\"") + '"';
  }
}
