package org.portcullis.demo.tour;

import java.util.List;
import java.util.Map;
import org.portcullis.demo.agent.Action;
import org.portcullis.demo.agent.Observation;
import org.portcullis.demo.agent.ScriptedModel;

/** A customer record comes back without what the agent has no business to know. */
final class MaskedChapter implements Chapter {
  private static final int ANA = 1;

  @Override
  public String outcome() {
    return "masked";
  }

  @Override
  public String title() {
    return "a customer record comes back without mail address, card and social security number";
  }

  @Override
  public void play(Stage stage) {
    long before = stage.desk().calls("find_customers");
    Action find = new Action("find_customers", Map.of("query", "Lopez"));
    var model =
        ScriptedModel.opening("I need her record first.", find)
            .answer(
                "\"name\":\"(Ana Lopez)\".*\"city\":\"([^\"]+)\"",
                "I know what I need, and no more.",
                "$1 lives in $2.");
    Observation seen = Stage.only(stage.play("Where does customer Lopez live?", model));

    stage.check(!seen.failed() && seen.text().contains("Ana Lopez"), "the agent saw the record");
    Map<String, Object> truth = stage.desk().customer(ANA);
    Object card = DeskView.object(truth, "card").get("number");
    for (Object hidden : List.of(truth.get("email"), truth.get("ssn"), card)) {
      if (seen.everything().contains(hidden.toString())) {
        throw new NotAsTold("the agent saw a value that should be masked");
      }
    }
    stage.check(
        stage.desk().calls("find_customers") == before + 1,
        "the desk answered with the whole record; the three values did not reach the agent");
  }
}
