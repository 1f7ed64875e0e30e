package org.portcullis.demo.tour;

import java.util.Map;
import org.portcullis.demo.agent.Observation;
import org.portcullis.demo.json.Json;

/** The person who approves: looks at what exactly would run, and says yes. */
final class Approver {
  private static final String REASON = "Checked the order, the refund is right.";

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
    Object arguments = DeskView.object(request, "shown").getOrDefault("arguments", Map.of());
    stage.narrator().say("Approver", "sees " + request.get("command") + " " + Json.text(arguments));
    stage.approver().approve(id, REASON);
    stage.narrator().say("Approver", "approves " + id + ": \"" + REASON + "\"");
    return new Observation("A colleague approved " + id + ".", null, false);
  }
}
