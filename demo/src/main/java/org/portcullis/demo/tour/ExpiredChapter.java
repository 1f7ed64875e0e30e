package org.portcullis.demo.tour;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.portcullis.demo.agent.Action;
import org.portcullis.demo.agent.Observation;
import org.portcullis.demo.agent.ScriptedModel;

/** An approval that is not used in time is worth nothing. */
final class ExpiredChapter implements Chapter {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  @Override
  public String outcome() {
    return "expired";
  }

  @Override
  public String title() {
    return "a refund over 1000.00 is approved, but the agent comes too late";
  }

  @Override
  public void play(Stage stage) {
    long before = stage.desk().refunds();
    Action refund = ApprovedChapter.refund("1500.00", "goodwill, case " + stage.caseNumber());
    var model =
        ScriptedModel.opening("That is a lot, but I can ask.", refund)
            .waitOnce(
                Stage.APPROVAL_REQUIRED,
                "A person has to agree. I wait.",
                "I was away for a while. The same call again, unchanged.")
            .answer(
                Stage.APPROVAL_REQUIRED,
                "It asks again: the approval ended before I used it.",
                "The approval ran out; somebody has to approve it anew.");
    List<Observation> seen =
        stage
            .play("Refund Ana Lopez 1500.00.", model, reason -> approvedAndForgotten(stage, reason))
            .transcript()
            .observations();

    stage.check(
        seen.size() == 2 && !Stage.approvalIn(seen.get(1)).equals(Stage.approvalIn(seen.get(0))),
        "the late call needs a new approval");
    stage.check(stage.desk().refunds() == before, "the desk paid nothing");
  }

  private static Observation approvedAndForgotten(Stage stage, Observation asked) {
    Observation approved = new Approver(stage).approve(asked);
    String id = Stage.approvalIn(asked);
    Map<String, Object> grant =
        awaited(() -> stage.approver().grantOf(id).filter(ExpiredChapter::isOver));
    stage.check(
        "expired".equals(grant.get("state")) && "WAKE_UP".equals(grant.get("finalizedBy")),
        "grant " + grant.get("id") + " expired unused; the delayed message closed it");
    return approved;
  }

  /** Over, and written down by someone: the clock alone ends a grant before anybody writes it. */
  private static boolean isOver(Map<String, Object> grant) {
    Object by = grant.get("finalizedBy");
    return !"active".equals(grant.get("state")) && by != null && !by.toString().isEmpty();
  }

  private static Map<String, Object> awaited(Supplier<Optional<Map<String, Object>>> look) {
    return Poll.every(Duration.ofMillis(250))
        .until(look, LONGEST)
        .orElseThrow(
            () -> new NotAsTold("no expired grant after " + LONGEST.toSeconds() + " seconds"));
  }
}
