package org.portcullis.pipeline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.portcullis.identity.Caller;
import org.portcullis.json.Digests;
import org.portcullis.json.StrictJson;
import org.portcullis.masking.Hits;
import org.portcullis.masking.MaskingHit;
import org.portcullis.policy.CallDecision;
import org.portcullis.policy.Effect;
import org.portcullis.protocol.InboundRequest;
import org.portcullis.recording.Event;
import org.portcullis.recording.EventKind;
import org.portcullis.recording.GateUnavailable;
import org.portcullis.recording.Recorder;

/**
 * Writes down what happens to a call: what was decided before anything leaves, what came of it
 * after.
 */
final class CallJournal {

  private static final Logger LOG = System.getLogger(CallJournal.class.getName());

  private final Recorder recorder;
  private final InstantSource clock;

  CallJournal(Recorder recorder, InstantSource clock) {
    this.recorder = recorder;
    this.clock = clock;
  }

  /** Returns when the decision is durable; throws {@link GateUnavailable} when it cannot be. */
  void decided(Call call, CallDecision decision, Effect effect, List<String> approvals) {
    recorder.record(decision(call, decision, effect, approvals));
  }

  /** The decision as an event that is not recorded yet. */
  Event decision(Call call, CallDecision decision, Effect effect, List<String> approvals) {
    ObjectNode detail = StrictJson.object();
    detail.put("call", call.exchange().label());
    detail.put("verb", call.request().verb());
    detail.put("requestDigest", Digests.sha256(call.request().body()));
    detail.put("requestBytes", call.request().body().length);
    detail.put("policy", decision.policyVersion());
    // What the decision rests on, so that it can be made again under another policy.
    call.caller().groups().stream().sorted().forEach(detail.putArray("groups")::add);
    decision.roles().stream().sorted().forEach(detail.putArray("roles")::add);
    if (decision.standing() == Effect.BLOCK) {
      // No rule gives the caller anything on the connection: not the same as being shown nothing.
      detail.put("standing", decision.standing().label());
    }
    detail.set(
        "commands",
        ShownCommands.of(decision.commands(), call.policy().recordingMasker(call.connection())));
    if (!approvals.isEmpty()) {
      approvals.forEach(detail.putArray("approvals")::add);
    }
    return event(call, EventKind.DECIDED, effect.label(), detail);
  }

  /**
   * Notes a request that was turned away before any decision. A failing store does not keep the
   * refusal from being given.
   */
  void refused(String id, Caller caller, String connection, InboundRequest request, String reason) {
    ObjectNode detail = StrictJson.object();
    detail.put("verb", request.verb());
    detail.put("requestDigest", Digests.sha256(request.body()));
    detail.put("requestBytes", request.body().length);
    detail.put("reason", reason);
    Event event =
        new Event(
            clock.instant(),
            EventKind.REFUSED,
            "",
            id,
            caller.name(),
            caller.id().subject(),
            caller.id().client(),
            connection,
            Effect.BLOCK.label(),
            detail);
    try {
      recorder.record(event);
    } catch (GateUnavailable e) {
      LOG.log(Level.ERROR, "refusal " + id + " is not recorded: " + e.getMessage(), e);
    }
  }

  /**
   * Notes the outcome of a call that went upstream; its decision says whether anything was masked.
   */
  void outcome(Call call, EventKind kind, CallOutcome outcome, Hits hits) {
    ObjectNode detail = StrictJson.object();
    detail.put("status", outcome.status());
    detail.put("outcome", outcome.word());
    detail.put("answerDigest", outcome.digest());
    detail.put("answerBytes", outcome.bytes());
    detail.put("millis", Duration.between(call.receivedAt(), clock.instant()).toMillis());
    ArrayNode masked = detail.putArray("masked");
    for (MaskingHit hit : hits.list()) {
      masked
          .addObject()
          .put("entry", hit.entry())
          .put("type", hit.type())
          .put("count", hit.count());
    }
    detail.put("observation", outcome.observation());
    detail.put("observationWhole", outcome.observationWhole());
    try {
      String decision = hits.isEmpty() ? "" : Effect.MASK.label();
      recorder.recordLater(event(call, kind, decision, detail));
    } catch (GateUnavailable e) {
      LOG.log(Level.ERROR, "outcome of " + call.id() + " is not recorded: " + e.getMessage(), e);
    }
  }

  private Event event(Call call, EventKind kind, String decision, ObjectNode detail) {
    Instant now = clock.instant();
    return new Event(
        now,
        kind,
        call.exchange().session().id(),
        call.id(),
        call.caller().name(),
        call.caller().id().subject(),
        call.caller().id().client(),
        call.connection().name(),
        decision,
        detail);
  }
}
