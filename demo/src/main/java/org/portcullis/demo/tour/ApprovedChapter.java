package org.portcullis.demo.tour;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portcullis.demo.agent.Action;
import org.portcullis.demo.agent.Observation;
import org.portcullis.demo.agent.ScriptedModel;

/** A large refund runs once, after a person said yes. */
final class ApprovedChapter implements Chapter {
  @Override
  public String outcome() {
    return "approved once";
  }

  @Override
  public String title() {
    return "a refund over 50.00 waits for a person, then runs once";
  }

  @Override
  public void play(Stage stage) {
    long before = stage.desk().refunds();
    Action refund = refund("120.00", "bean grinder arrived broken, case " + stage.caseNumber());
    var model =
        ScriptedModel.opening("I refund what she paid for the grinder.", refund)
            .waitOnce(
                Stage.APPROVAL_REQUIRED,
                "A person has to agree. I wait and then repeat the same call unchanged.",
                "It is decided. The same call again, unchanged.")
            .answer(
                "\"amount\":([0-9.]+),\"status\":\"paid\"",
                "It went through.",
                "$1 are on their way to Ana Lopez.");
    List<Observation> seen =
        stage
            .play(
                "Refund Ana Lopez for the broken grinder.",
                model,
                reason -> new Approver(stage).approve(reason))
            .transcript()
            .observations();

    String first = Stage.approvalIn(seen.get(0));
    stage.check(
        seen.size() == 2 && !seen.get(1).failed() && stage.desk().refunds() == before + 1,
        "the desk paid exactly one refund, after the approval and not before");
    again(stage, refund, first, before + 1);
  }

  private static void again(Stage stage, Action refund, String first, long paid) {
    var model =
        ScriptedModel.opening("Perhaps it works twice.", refund)
            .answer(
                Stage.APPROVAL_REQUIRED,
                "It asks again: the approval is used up.",
                "A second refund would need a new approval.");
    Observation second = Stage.only(stage.play("Refund the same once more.", model));
    stage.check(
        !Stage.approvalIn(second).equals(first) && stage.desk().refunds() == paid,
        "the second, identical call needs an approval of its own; nothing was paid");
  }

  /** A refund to Ana Lopez. */
  static Action refund(String amount, String reason) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("customer", 1);
    input.put("amount", new BigDecimal(amount));
    input.put("reason", reason);
    return new Action("refund", input);
  }
}
