package org.portcullis.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.portcullis.approval.ActionDigest;
import org.portcullis.approval.ApprovableCall;
import org.portcullis.approval.Approvals.Standing;
import org.portcullis.policy.ApprovalPlan;
import org.portcullis.policy.CallDecision;
import org.portcullis.policy.CommandDecision;
import org.portcullis.policy.Effect;
import org.portcullis.protocol.Ask;

/**
 * Turns a decision that asks into what the approval store needs, and its word into what callers
 * get.
 */
final class Approvable {

  private Approvable() {}

  static ApprovableCall call(Call call, CallDecision decision, CommandDecision command) {
    JsonNode around = call.exchange().around(command.command());
    return new ApprovableCall(
        call.caller(),
        call.connection().name(),
        call.exchange().session().id(),
        command.command(),
        ActionDigest.of(
            call.caller().id(),
            call.connection().name(),
            call.connection().url(),
            command.command(),
            around,
            decision.policyVersion()),
        decision.policyVersion(),
        rules(command),
        plans(call, command),
        ShownCommands.toBeApproved(
            command, around, call.policy().recordingMasker(call.connection())));
  }

  /**
   * What is still to be said to the caller; empty for a command that nobody need be asked about.
   */
  static Optional<Ask> unsettled(
      CommandDecision command, @Nullable Standing standing, UnaryOperator<String> url) {
    if (standing instanceof Standing.Pending pending) {
      String id = pending.requestId();
      return Optional.of(new Ask(command, id, url.apply(id), pending.expiresAt(), ""));
    }
    if (standing instanceof Standing.Denied denied) {
      String id = denied.requestId();
      return Optional.of(new Ask(command, id, url.apply(id), Instant.EPOCH, denied.reason()));
    }
    return Optional.empty();
  }

  private static List<String> rules(CommandDecision command) {
    return command
        .tree()
        .filter(decision -> decision.own() == Effect.APPROVE)
        .flatMap(decision -> decision.rules().stream())
        .distinct()
        .toList();
  }

  private static List<ApprovalPlan> plans(Call call, CommandDecision command) {
    return command
        .tree()
        .flatMap(decision -> decision.plans().stream())
        .distinct()
        .flatMap(name -> call.policy().plan(name).stream())
        .toList();
  }
}
