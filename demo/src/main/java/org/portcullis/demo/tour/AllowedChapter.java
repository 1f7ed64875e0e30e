package org.portcullis.demo.tour;

import java.util.Map;
import org.portcullis.demo.agent.Action;
import org.portcullis.demo.agent.Observation;
import org.portcullis.demo.agent.ScriptedModel;

/** A harmless question is answered as if no gate were there. */
final class AllowedChapter implements Chapter {
  private static final String SQL =
      "SELECT city, COUNT(*) AS n FROM customers GROUP BY city ORDER BY n DESC";

  @Override
  public String outcome() {
    return "allowed";
  }

  @Override
  public String title() {
    return "a count of customers needs nobody's leave";
  }

  @Override
  public void play(Stage stage) {
    long before = stage.desk().calls("run_sql");
    var model =
        ScriptedModel.opening(
                "The database can count that.", new Action("run_sql", Map.of("sql", SQL)))
            .answer(
                "\"city\":\"([^\"]+)\",\"n\":(\\d+)",
                "The first row is the answer.",
                "Most of them live in $1: $2 customers.");
    Observation seen =
        Stage.only(stage.play("In which city do we have the most customers?", model));

    stage.check(
        !seen.failed() && seen.text().contains("Toledo"), "the agent saw the database's answer");
    stage.check(
        stage.desk().calls("run_sql") == before + 1, "the desk ran exactly this one statement");
  }
}
