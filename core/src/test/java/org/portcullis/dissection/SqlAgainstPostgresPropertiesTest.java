package org.portcullis.dissection;

import java.sql.SQLException;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.portcullis.dissection.DatabaseTrial.Ran;

/** Random SQL never does in a real PostgreSQL what its commands do not tell. */
class SqlAgainstPostgresPropertiesTest {

  private static PostgresTrials trials;

  @BeforeContainer
  static void start() throws SQLException {
    trials = PostgresTrials.in("random");
    trials.reset(RandomSql.SCHEMA);
  }

  @AfterContainer
  static void end() throws SQLException {
    trials.close();
  }

  @Property(tries = 1500, shrinking = ShrinkingMode.OFF)
  void nothingThatIsDoneIsMissing(@ForAll("texts") String text) throws SQLException {
    DatabaseTrial trial = trials.run(text);
    Statistics.collect(trial.getClass().getSimpleName());
    if (trial instanceof Ran ran) {
      SqlCommands.tellAll(text, ran);
    }
    if (SqlCommands.names(text).stream().anyMatch(name -> name.startsWith("sql:transaction:"))) {
      // What was committed cannot be taken back.
      trials.reset(RandomSql.SCHEMA);
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.randomValue(SqlAgainstPostgresPropertiesTest::text);
  }

  private static String text(Random random) {
    return new RandomSql(random).text();
  }
}
