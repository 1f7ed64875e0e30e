package org.portcullis.demo.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AgentTest {
  private static final Action REFUND = new Action("refund", Map.of("amount", 120));

  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final Narrator narrator =
      new Narrator(new PrintStream(told, true, StandardCharsets.UTF_8));
  private final List<Action> used = new ArrayList<>();

  private Tools answering(String... texts) {
    Deque<String> left = new ArrayDeque<>(List.of(texts));
    return new Tools() {
      @Override
      public List<String> names() {
        return List.of("refund");
      }

      @Override
      public Observation use(Action action) {
        used.add(action);
        return new Observation(left.removeFirst(), null, false);
      }
    };
  }

  private static Observation approved(Observation reason) {
    return new Observation("A colleague approved it.", null, false);
  }

  @Test
  void actsObservesAndAnswers() {
    Model model =
        ScriptedModel.opening("Refund it.", REFUND).answer("paid", "Done.", "It is paid.");
    Agent.Run run =
        new Agent(model, answering("{\"status\":\"paid\"}"), AgentTest::approved, narrator)
            .run("Refund 120.00");

    assertThat(run.answer()).isEqualTo("It is paid.");
    assertThat(run.transcript().observations())
        .extracting(Observation::text)
        .containsExactly("{\"status\":\"paid\"}");
    assertThat(told.toString(StandardCharsets.UTF_8).lines().map(String::strip))
        .containsExactly(
            "",
            "Task         Refund 120.00",
            "Thought      Refund it.",
            "Action       refund {\"amount\":120}",
            "Observation  {\"status\":\"paid\"}",
            "Thought      Done.",
            "Answer       It is paid.");
  }

  @Test
  void repeatsTheSameCallAfterItWaited() {
    Model model =
        ScriptedModel.opening("Refund it.", REFUND)
            .waitOnce("Approval \\S+ is required", "I wait.", "Again.")
            .answer("paid", "Done.", "It is paid.");
    List<String> reasons = new ArrayList<>();
    Agent unit =
        new Agent(
            model,
            answering("Approval A-1 is required: x", "paid"),
            reason -> {
              reasons.add(reason.text());
              return approved(reason);
            },
            narrator);

    assertThat(unit.run("Refund").answer()).isEqualTo("It is paid.");
    assertThat(used).containsExactly(REFUND, REFUND);
    assertThat(reasons).containsExactly("Approval A-1 is required: x");
  }

  @Test
  void givesUpWhenItGetsNowhere() {
    Model stubborn = transcript -> new Step.Act("Again.", REFUND);
    String[] never = new String[12];
    Arrays.fill(never, "no");

    assertThat(
            new Agent(stubborn, answering(never), AgentTest::approved, narrator).run("x").answer())
        .contains("give up");
    assertThat(used).hasSize(12);
  }
}
