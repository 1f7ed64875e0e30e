package org.portcullis.demo.tour;

import java.util.Map;
import org.portcullis.demo.agent.Observation;

/** The person who approves: looks at what exactly would run, and says yes. */
final class Approver {
  private final Stage stage;

  Approver(Stage stage) {
    this.stage = stage;
  }

  /** Approves what an observation asks for, and tells the agent so. */
  Observation approve(Observation asked) {
    String id = Stage.approvalIn(asked);
    Map<String, Object> request =
        stage
            .approver()
            .pendingApproval(id)
            .orElseThrow(() -> new NotAsTold("approval " + id + " is not in the queue"));
    stage.narrator().say("Approver", "sees " + request.get("command") + " in the queue as " + id);
    stage.approver().approve(id, "Checked the order, the refund is right.");
    stage.narrator().say("Approver", "approves it: \"Checked the order, the refund is right.\"");
    return new Observation("A colleague approved " + id + ".", null, false);
  }
}
