package org.portcullis.demo.agent;

import org.portcullis.demo.agent.Step.Act;
import org.portcullis.demo.agent.Step.Answer;
import org.portcullis.demo.agent.Step.Wait;
import org.portcullis.demo.agent.Transcript.Turn;

/** The ReAct loop: thought, action, observation, and again, until there is an answer. */
public final class Agent {
  private static final int MOST_STEPS = 12;

  private final Model model;
  private final Tools tools;
  private final Patience patience;
  private final Narrator narrator;

  /** An agent with a head, hands and a way to wait; it tells the narrator all it does. */
  public Agent(Model model, Tools tools, Patience patience, Narrator narrator) {
    this.model = model;
    this.tools = tools;
    this.patience = patience;
    this.narrator = narrator;
  }

  /**
   * What a run came to.
   *
   * @param answer what the agent tells the user in the end
   */
  public record Run(Transcript transcript, String answer) {}

  /**
   * Works on a task until the model has an answer; gives up after 12 steps.
   *
   * @throws ToolsUnreachable if the server of the tools gives no answer
   */
  public Run run(String task) {
    narrator.task(task);
    Transcript transcript = Transcript.empty();
    for (int step = 0; step < MOST_STEPS; step++) {
      Step next = model.next(transcript);
      narrator.thought(next.thought());
      if (next instanceof Answer answer) {
        narrator.answer(answer.text());
        return new Run(transcript, answer.text());
      }
      transcript = transcript.with(new Turn(next, take(next, transcript)));
    }
    String tooLong = "I give up: this takes more than " + MOST_STEPS + " steps.";
    narrator.answer(tooLong);
    return new Run(transcript, tooLong);
  }

  private Observation take(Step step, Transcript transcript) {
    if (step instanceof Act act) {
      narrator.action(act.action());
      Observation observation = tools.use(act.action());
      narrator.observation(observation);
      return observation;
    }
    if (step instanceof Wait && transcript.lastObservation().isPresent()) {
      Observation after = patience.waitFor(transcript.lastObservation().get());
      narrator.observation(after);
      return after;
    }
    return new Observation("There is nothing to wait for.", null, true);
  }
}
