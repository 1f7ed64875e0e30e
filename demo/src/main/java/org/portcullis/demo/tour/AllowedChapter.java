package org.portcullis.demo.tour;

import java.util.Map;
import org.portcullis.demo.agent.Action;
import org.portcullis.demo.agent.Observation;
import org.portcullis.demo.agent.ScriptedModel;

/** A harmless question is answered as if no gate were there. */
final class AllowedChapter implements Chapter {
  private static final String SQL =
      "SELECT city, COUNT(*) AS customers FROM customers GROUP BY city";

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
                "The database can count them.", new Action("run_sql", Map.of("sql", SQL)))
            .answer("Toledo", "That is the answer.", "Two in each of four cities.");
    Observation seen = Stage.only(stage.play("How many customers are there in each city?", model));

    stage.check(
        !seen.failed() && seen.text().contains("Toledo"), "the agent saw the database's answer");
    stage.check(
        stage.desk().calls("run_sql") == before + 1, "the desk ran exactly this one statement");
  }
}
