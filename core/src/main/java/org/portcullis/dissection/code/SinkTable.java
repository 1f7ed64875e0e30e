package org.portcullis.dissection.code;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What calls of one language do with their arguments. Immutable. */
final class SinkTable {

  private static final String ANYTHING = "*.";
  private static final Pattern ADDRESS = Pattern.compile("(?i)^\\s*[a-z][a-z+.-]*:[/\\\\]");
  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?i)^[\\s(;]*(select|insert|update|delete|drop|alter|create|truncate|grant|revoke|merge"
              + "|call|exec|with|copy|do|pragma|attach|replace|set|--|/\\*)");

  private final Map<String, List<Row>> rows = new HashMap<>();

  /**
   * What a call does with one argument.
   *
   * @param parameter its place, and behind a comma its name; {@code receiver} for what the object
   *     of a method was made from; {@code last} for the last one
   * @param kind what is done with it
   * @param detail for a file the access, for a request the method or the place where it stands
   * @param onlyIfAlike whether only a text that looks like it counts
   */
  record Row(String parameter, String kind, String detail, boolean onlyIfAlike) {

    Set<String> access() {
      return Set.of(detail.split("\\+", -1));
    }

    boolean isAlike(Value value) {
      Pattern pattern = kind.equals("sql") ? STATEMENT : ADDRESS;
      return value instanceof Value.Words words
          && pattern
              .matcher(words.text().substring(0, Math.min(200, words.text().length())))
              .find();
    }
  }

  private SinkTable() {}

  /**
   * Reads the lines of one language.
   *
   * @param lines language, names between blanks, parameter, kind with a colon before its detail
   */
  static SinkTable of(List<String[]> lines, Language language) {
    SinkTable table = new SinkTable();
    for (String[] line : lines) {
      if (line[0].equals(language.label())) {
        Row row = row(line[2], line[3]);
        for (String name : line[1].split(" ", -1)) {
          table.rows.computeIfAbsent(name, key -> new ArrayList<>()).add(row);
        }
      }
    }
    return table;
  }

  private static Row row(String parameter, String meaning) {
    boolean alike = meaning.endsWith("?");
    String plain = alike ? meaning.substring(0, meaning.length() - 1) : meaning;
    int colon = plain.indexOf(':');
    return colon < 0
        ? new Row(parameter, plain, "", alike)
        : new Row(parameter, plain.substring(0, colon), plain.substring(colon + 1), alike);
  }

  /** What is known about a call, by its whole name or by that of the method alone. */
  List<Row> of(String callee) {
    List<Row> own = rows.get(callee);
    int dot = callee.lastIndexOf('.');
    return own != null || dot < 0
        ? own == null ? List.of() : own
        : rows.getOrDefault(ANYTHING + callee.substring(dot + 1), List.of());
  }
}
