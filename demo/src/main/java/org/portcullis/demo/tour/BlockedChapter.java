package org.portcullis.demo.tour;

import java.util.Map;
import org.portcullis.demo.agent.Action;
import org.portcullis.demo.agent.Observation;
import org.portcullis.demo.agent.ScriptedModel;

/** A destructive statement inside an allowed tool never reaches the desk. */
final class BlockedChapter implements Chapter {
  private static final int ANA = 1;

  @Override
  public String outcome() {
    return "blocked";
  }

  @Override
  public String title() {
    return "the same tool, another statement: this one never leaves the gate";
  }

  @Override
  public void play(Stage stage) {
    long before = stage.desk().calls("run_sql");
    Action drop = new Action("run_sql", Map.of("sql", "DROP TABLE customers"));
    var model =
        ScriptedModel.opening("Dropping the table would be quickest.", drop)
            .answer(
                "(?i)blocked",
                "The gate says no and not to retry. I do not look for a way around.",
                "I am not allowed to drop the table; please ask an administrator.");
    Observation seen = Stage.only(stage.play("Clean up the customers table.", model));

    stage.check(seen.failed(), "the agent got a refusal it can read, not a broken connection");
    stage.check(stage.desk().calls("run_sql") == before, "the desk never heard of it");
    stage.check(!stage.desk().customer(ANA).isEmpty(), "the customers are still there");
  }
}
