package org.portcullis.dissection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.portcullis.dissection.DatabaseTrial.Ran;
import org.portcullis.dissection.DatabaseTrial.Refused;

/**
 * Holds every SQL case against a real PostgreSQL: what it reads, writes, defines, drops or calls is
 * among the expected commands, under that verb or a stricter one.
 */
class SqlAgainstPostgresTest {

  private static final List<String> COLUMN_TYPES =
      List.of("int", "text", "boolean", "jsonb", "int[]", "timestamp");

  /** What these wait for or end is not theirs alone. */
  private static final List<String> NEVER_RUN = List.of("pg_sleep");

  /** SQLSTATEs of what another type of the columns may help against. */
  private static final List<String> OF_TYPES = List.of("22", "42804", "42883", "42846");

  private static PostgresTrials trials;

  @BeforeAll
  static void start() throws SQLException {
    trials = PostgresTrials.in("cases");
  }

  @AfterAll
  static void end() throws SQLException {
    trials.close();
  }

  @TestFactory
  Stream<DynamicTest> nothingThatIsDoneIsMissing() throws SQLException {
    Map<String, DatabaseTrial> outcomes = new LinkedHashMap<>();
    for (String[] columns : CaseFile.read("sql.tsv")) {
      String text = CaseFile.text(columns[0]);
      if (NEVER_RUN.stream().noneMatch(text::contains)) {
        outcomes.put(text, tryOut(text));
      }
    }
    long ran = outcomes.values().stream().filter(Ran.class::isInstance).count();
    System.out.printf(
        "SQL cases against PostgreSQL: %d ran, %d are nothing that it runs%n",
        ran, outcomes.size() - ran);
    assertThat(ran).as("cases that run").isGreaterThan(140);
    return outcomes.entrySet().stream()
        .map(entry -> dynamicTest(entry.getKey(), () -> compare(entry.getKey(), entry.getValue())));
  }

  private static void compare(String text, DatabaseTrial outcome) {
    if (outcome instanceof Ran ran) {
      SqlCommands.tellAll(text, ran);
    }
  }

  /** Gives the text what it needs, one refusal after the other. */
  private static DatabaseTrial tryOut(String text) throws SQLException {
    DatabaseTrial last = new Refused("not tried");
    for (String type : COLUMN_TYPES) {
      MissingParts parts = new MissingParts(type);
      DatabaseTrial outcome = attempt(text, parts);
      while (outcome instanceof Refused refused && parts.learn(refused.reason())) {
        outcome = attempt(text, parts);
      }
      if (!isForItsTypes(outcome)) {
        return outcome;
      }
      last = outcome;
    }
    return last;
  }

  private static boolean isForItsTypes(DatabaseTrial outcome) {
    return outcome instanceof Refused refused
        && OF_TYPES.stream().anyMatch(refused.reason()::startsWith);
  }

  private static DatabaseTrial attempt(String text, MissingParts parts) throws SQLException {
    try {
      trials.reset(parts.definitions());
    } catch (SQLException e) {
      return new Refused("what it needs cannot be made: " + e.getSQLState());
    }
    return trials.run(text);
  }
}
