package org.portcullis.proxy.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import org.portcullis.command.Ids;
import org.portcullis.identity.Caller;
import org.portcullis.json.StrictJson;
import org.portcullis.policy.Effect;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.InboundRequest;
import org.portcullis.protocol.Problem;
import org.portcullis.recording.Event;
import org.portcullis.recording.EventKind;
import org.portcullis.recording.GateUnavailable;
import org.portcullis.recording.Recorder;

/** Requests that are turned away before the walk of a call begins, each with its event. */
final class EarlyRefusals {

  private static final Logger LOG = System.getLogger(EarlyRefusals.class.getName());

  private final Recorder recorder;
  private final InstantSource clock;
  private final Ids ids;

  EarlyRefusals(Recorder recorder, InstantSource clock, Ids ids) {
    this.recorder = recorder;
    this.clock = clock;
    this.ids = ids;
  }

  /** A request that was not read. */
  Answer.Whole refuse(Caller caller, GateTarget target, RequestReader.Reading.Refused refused) {
    record(caller, target.connection(), refused.seen(), refused.reason());
    return Problem.answer(
        refused.status(), refused.title(), "The request was refused: " + refused.reason() + ".");
  }

  /** A path that names no connection. */
  Answer.Whole unknown(Caller caller, InboundRequest request) {
    record(caller, "", request, "no connection named");
    return Problem.answer(404, "Not found", "There is no connection of this name.");
  }

  /** One stream too many. */
  Answer.Whole tooManyStreams(Caller caller, GateTarget target, InboundRequest request) {
    record(caller, target.connection(), request, "too many open streams");
    return Problem.answer(503, "Unavailable", "Too many streams are open. Close one, or wait.");
  }

  private void record(Caller caller, String connection, InboundRequest request, String reason) {
    ObjectNode detail = StrictJson.object();
    detail.put("verb", request.verb());
    detail.put("reason", reason);
    String id = ids.next("E");
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
      // It is refused all the same.
      LOG.log(Level.ERROR, "refusal " + id + " is not recorded: " + e.getMessage(), e);
    }
  }
}
