package org.portcullis.demo.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portcullis.demo.agent.Transcript.Turn;

final class ScriptedModelTest {
  private static final Action REFUND = new Action("refund", Map.of("amount", 120));
  private static final Action FIND = new Action("find_customers", Map.of("query", "Lopez"));
  private static final Observation ASKED =
      new Observation("Approval A-7 is required: http://gate/x. Repeat it.", null, true);

  private final ScriptedModel unit =
      ScriptedModel.opening("First I refund.", REFUND)
          .waitOnce("Approval (\\S+) is required", "I wait.", "Now the same again.")
          .answer("[Bb]locked", "That is a no.", "I may not.")
          .act("paid", "Who was that?", FIND)
          .answer("customers", "Good.", "Done.");

  private static Transcript after(Step step, Observation observation) {
    return Transcript.empty().with(new Turn(step, observation));
  }

  private static Transcript afterRefund(String text) {
    return after(new Step.Act("First I refund.", REFUND), new Observation(text, null, false));
  }

  @Test
  void opensWithItsFirstAction() {
    assertThat(unit.next(Transcript.empty())).isEqualTo(new Step.Act("First I refund.", REFUND));
  }

  @Test
  void answersWhenItIsBlocked() {
    assertThat(unit.next(afterRefund("Blocked by policy. Do not retry.")))
        .isEqualTo(new Step.Answer("That is a no.", "I may not."));
  }

  @Test
  void goesOnToTheNextAction() {
    assertThat(unit.next(afterRefund("{\"status\":\"paid\"}")))
        .isEqualTo(new Step.Act("Who was that?", FIND));
  }

  @Test
  void waitsForAnApprovalAndThenRepeatsTheSameAction() {
    Transcript asked = after(new Step.Act("First I refund.", REFUND), ASKED);
    Step wait = unit.next(asked);
    assertThat(wait).isEqualTo(new Step.Wait("I wait."));

    Transcript waited = asked.with(new Turn(wait, new Observation("Approved.", null, false)));
    assertThat(unit.next(waited)).isEqualTo(new Step.Act("Now the same again.", REFUND));
  }

  @Test
  void waitsOnlyOnce() {
    Transcript twice =
        after(new Step.Act("First I refund.", REFUND), ASKED)
            .with(new Turn(new Step.Wait("I wait."), new Observation("Approved.", null, false)))
            .with(new Turn(new Step.Act("Now the same again.", REFUND), ASKED));
    assertThat(unit.next(twice)).isInstanceOf(Step.Answer.class);
  }

  @Test
  void answersWithWhatItRead() {
    ScriptedModel reader =
        ScriptedModel.opening("Look.", FIND).answer("city=(\\w+).*n=(\\d+)", "Ah.", "$2 in $1.");
    assertThat(reader.next(afterRefund("rows: city=Toledo, n=3, and more")))
        .isEqualTo(new Step.Answer("Ah.", "3 in Toledo."));
  }

  @Test
  void doesNotGuessWhenItIsSurprised() {
    assertThat(unit.next(afterRefund("an unheard-of thing")))
        .isInstanceOfSatisfying(
            Step.Answer.class, answer -> assertThat(answer.text()).contains("could not finish"));
  }
}
