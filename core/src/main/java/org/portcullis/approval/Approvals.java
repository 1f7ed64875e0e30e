package org.portcullis.approval;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.portcullis.recording.Event;

/**
 * The approval store as the data path needs it. Every method is one transaction of its own, decided
 * by the database's clock; a failing store throws {@link org.portcullis.recording.GateUnavailable}.
 */
public interface Approvals {

  /** How a command that needs approval stands. */
  sealed interface Standing {

    /** Humans are asked; nothing runs before they agree. */
    record Pending(String requestId, Instant expiresAt) implements Standing {}

    /** Humans refused this very command lately. */
    record Denied(String requestId, String reason) implements Standing {}

    /**
     * Humans agreed and the grant can be used.
     *
     * @param arguments what was approved; what runs
     */
    record Granted(String requestId, String grantId, JsonNode arguments) implements Standing {}
  }

  /** What using grants came to. */
  sealed interface Consumption {

    /** Each grant is used up, each execution has begun, and the event is durable. */
    record Started(List<String> executionIds) implements Consumption {}

    /** At least one grant could not be used any more; nothing was used or recorded. */
    record NotUsable(String grantId) implements Consumption {}
  }

  /** How an execution ended. */
  enum Outcome {
    SUCCEEDED,
    FAILED,
    UNKNOWN
  }

  /**
   * How this call stands; asks for approval when nobody asked yet. The same caller's same action
   * joins the request that is already pending, and no one else's does.
   */
  Standing ask(ApprovableCall call);

  /**
   * Uses these grants, all or none, and records the decision that is about to be carried out, in
   * one transaction.
   *
   * @param decided the event of kind DECIDED; durable when this returns {@code Started}
   */
  Consumption consume(List<String> grantIds, Event decided);

  /** Notes how an execution ended; a second note about the same one changes nothing. */
  void complete(String executionId, Outcome outcome);
}
