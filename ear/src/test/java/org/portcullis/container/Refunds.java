package org.portcullis.container;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.portcullis.approval.ActionDigest;
import org.portcullis.approval.ApprovableCall;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.identity.Caller;
import org.portcullis.json.StrictJson;
import org.portcullis.policy.ApprovalPlan;
import org.portcullis.recording.Event;
import org.portcullis.recording.EventKind;

/** Calls that need a human, each about another amount. */
final class Refunds {

  private static final String CONNECTION = "desk";
  private static final String SESSION = "S-container";
  private static final AtomicInteger AMOUNT =
      new AtomicInteger((int) (System.nanoTime() & 0xFFFFFFF));

  private Refunds() {}

  /** One that waits for votes and can be used for a long time. */
  static ApprovableCall by(Caller caller) {
    return by(caller, Duration.ofMinutes(15), Duration.ofMinutes(10));
  }

  /** One that waits for votes so long and can be used so long. */
  static ApprovableCall by(Caller caller, Duration pending, Duration usable) {
    var arguments = StrictJson.object().put("amount", AMOUNT.incrementAndGet());
    Command command = Command.of(CommandName.of("tool", "refund"), arguments, "");
    return new ApprovableCall(
        caller,
        CONNECTION,
        SESSION,
        command,
        ActionDigest.of(
            caller.id(),
            CONNECTION,
            URI.create("http://localhost/mcp"),
            command,
            MissingNode.getInstance(),
            1),
        1,
        List.of("refund"),
        List.of(new ApprovalPlan("one", Set.of("approver"), 1, pending, usable)),
        StrictJson.object().put("command", "tool:refund"));
  }

  /** The decision to run it. */
  static Event decided(Caller caller, String exchange) {
    return new Event(
        Instant.now(),
        EventKind.DECIDED,
        SESSION,
        exchange,
        caller.name(),
        caller.id().subject(),
        caller.id().client(),
        CONNECTION,
        "approve",
        StrictJson.object());
  }
}
