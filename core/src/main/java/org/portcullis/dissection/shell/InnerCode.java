package org.portcullis.dissection.shell;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Arguments that hold code, or a line for a shell, in a way that is not looked into. */
final class InnerCode {

  private static final Map<String, List<Row>> ROWS = read();

  /**
   * One way to hold code.
   *
   * @param form what an argument looks like that holds it
   * @param harmless whether the form says the reverse, of the first operand
   * @param kind of what it holds
   * @param beside what another argument has to look like; empty when that does not matter
   */
  private record Row(Pattern form, boolean harmless, String kind, Pattern beside) {

    boolean matches(List<Word> words) {
      return holds(words)
          && (beside.pattern().isEmpty()
              || words.stream().anyMatch(word -> beside.matcher(word.value()).find()));
    }

    private boolean holds(List<Word> words) {
      if (harmless) {
        return words.stream()
            .filter(word -> !word.isOption())
            .findFirst()
            .filter(word -> !form.matcher(word.value()).find())
            .isPresent();
      }
      return words.stream().anyMatch(word -> form.matcher(word.value()).find());
    }
  }

  private InnerCode() {}

  static void look(Started started) {
    List<Row> rows = ROWS.get(started.name());
    if (rows == null) {
      rows = ROWS.getOrDefault(ProgramName.family(started.name()), List.of());
    }
    for (Row row : rows) {
      if (row.matches(started.argv().subList(1, started.argv().size()))) {
        started.opaque(row.kind(), Doubt.CODE);
      }
    }
  }

  private static Map<String, List<Row>> read() {
    Map<String, List<Row>> rows = new HashMap<>();
    for (String[] columns : ResourceLists.rows("inner-code.tsv")) {
      boolean harmless = columns[1].startsWith("!");
      Pattern form = Pattern.compile(harmless ? columns[1].substring(1) : columns[1]);
      Pattern beside = Pattern.compile(columns.length > 3 ? columns[3] : "");
      for (String name : columns[0].split(" ", -1)) {
        rows.computeIfAbsent(name, key -> new ArrayList<>())
            .add(new Row(form, harmless, columns[2], beside));
      }
    }
    return Map.copyOf(rows);
  }
}
