package org.portcullis.demo.tour;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portcullis.demo.agent.Agent;
import org.portcullis.demo.agent.Model;
import org.portcullis.demo.agent.Narrator;
import org.portcullis.demo.agent.Observation;
import org.portcullis.demo.agent.Patience;
import org.portcullis.demo.agent.Tools;

/**
 * What every chapter plays on.
 *
 * @param tools what the agent reaches through the gate
 * @param approver the queue as an approver sees it
 * @param desk the desk, seen from behind
 * @param narrator who tells the story
 * @param caseNumber different in each tour, so that no earlier approval or refusal plays in
 */
record Stage(
    Tools tools, ApprovalQueue approver, DeskView desk, Narrator narrator, String caseNumber) {
  /** How the gate tells a model that a person has to decide. */
  static final String APPROVAL_REQUIRED = "Approval (\\S+) is required";

  private static final Pattern APPROVAL = Pattern.compile(APPROVAL_REQUIRED);

  /** Lets an agent work on a task. */
  Agent.Run play(String task, Model model, Patience patience) {
    return new Agent(model, tools, patience, narrator).run(task);
  }

  /** Lets an agent work on a task for which nobody needs to be asked. */
  Agent.Run play(String task, Model model) {
    return play(task, model, reason -> new Observation("Nobody is there.", null, true));
  }

  /** The only thing that the agent observed. */
  static Observation only(Agent.Run run) {
    List<Observation> seen = run.transcript().observations();
    if (seen.size() != 1) {
      throw new NotAsTold("expected one observation, the agent made " + seen.size());
    }
    return seen.get(0);
  }

  /** The id of the approval that an observation asks for. */
  static String approvalIn(Observation observation) {
    Matcher found = APPROVAL.matcher(observation.text());
    if (!found.find()) {
      throw new NotAsTold("expected \"Approval … is required\", observed: " + observation.text());
    }
    return found.group(1);
  }

  /** Says that something holds, or ends the tour because it does not. */
  void check(boolean holds, String told) {
    if (!holds) {
      throw new NotAsTold(told);
    }
    narrator.say("Checked", told);
  }
}
