package org.portcullis.dissection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.portcullis.dissection.DatabaseTrial.Ran;
import org.portcullis.dissection.DatabaseTrial.Refused;

/** Holds every SQL case against a real Derby, as {@link SqlAgainstPostgresTest} does. */
class SqlAgainstDerbyTest {

  private static final Pattern TABLE = Pattern.compile("'([^']+)' (?:because it )?does not exist");
  private static final Pattern COLUMN =
      Pattern.compile("Column '(?:[^'.]+\\.)*([^'.]+)' is either|'([^'.]+)' is not a column");

  @TestFactory
  Stream<DynamicTest> nothingThatIsDoneIsMissing() throws SQLException {
    Map<String, DatabaseTrial> outcomes = new LinkedHashMap<>();
    try (DerbyTrials trials = DerbyTrials.in("cases")) {
      for (String[] columns : CaseFile.read("sql.tsv")) {
        String text = CaseFile.text(columns[0]);
        outcomes.put(text, tryOut(trials, text));
      }
    }
    long ran = outcomes.values().stream().filter(Ran.class::isInstance).count();
    System.out.printf(
        "SQL cases against Derby: %d ran, %d are nothing that it runs%n",
        ran, outcomes.size() - ran);
    assertThat(ran).as("cases that run").isGreaterThan(35);
    return outcomes.entrySet().stream()
        .map(entry -> dynamicTest(entry.getKey(), () -> compare(entry.getKey(), entry.getValue())));
  }

  private static void compare(String text, DatabaseTrial outcome) {
    if (outcome instanceof Ran ran) {
      SqlCommands.tellAll(text, ran);
    }
  }

  /** Gives the text the tables and columns it needs, one refusal after the other. */
  private static DatabaseTrial tryOut(DerbyTrials trials, String text) throws SQLException {
    Set<String> tables = new LinkedHashSet<>();
    Set<String> columns = new LinkedHashSet<>(Set.of("ID"));
    DatabaseTrial outcome = trials.run(definitions(tables, columns), text);
    while (outcome instanceof Refused refused && learns(refused.reason(), tables, columns)) {
      outcome = trials.run(definitions(tables, columns), text);
    }
    return outcome;
  }

  private static boolean learns(String refusal, Set<String> tables, Set<String> columns) {
    Matcher column = COLUMN.matcher(refusal);
    if (column.find()) {
      return columns.add(column.group(1) == null ? column.group(2) : column.group(1));
    }
    Matcher table = TABLE.matcher(refusal);
    return table.find() && tables.add(table.group(1));
  }

  private static List<String> definitions(Set<String> tables, Set<String> columns) {
    String list =
        String.join(", ", columns.stream().map(column -> '"' + column + "\" INT").toList());
    return tables.stream()
        .map(table -> "CREATE TABLE \"" + table.replace(".", "\".\"") + "\" (" + list + ")")
        .toList();
  }
}
