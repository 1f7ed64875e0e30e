package org.portcullis.pipeline;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.portcullis.approval.Approvals;
import org.portcullis.approval.Approvals.Outcome;
import org.portcullis.command.Command;
import org.portcullis.masking.Hits;
import org.portcullis.masking.Masker;
import org.portcullis.masking.MaskingFailed;
import org.portcullis.policy.CallDecision;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.Failure;
import org.portcullis.protocol.Relay;
import org.portcullis.protocol.Upstream;
import org.portcullis.protocol.Upstream.Result;
import org.portcullis.protocol.UpstreamReadFailed;
import org.portcullis.recording.EventKind;
import org.portcullis.recording.GateUnavailable;

/**
 * Sends a decided and recorded call upstream, brings the answer back masked, records the outcome.
 */
final class Forwarder {

  private static final Logger LOG = System.getLogger(Forwarder.class.getName());

  private final Upstream upstream;
  private final Approvals approvals;
  private final CallJournal journal;

  Forwarder(Upstream upstream, Approvals approvals, CallJournal journal) {
    this.upstream = upstream;
    this.approvals = approvals;
    this.journal = journal;
  }

  /**
   * @param commands what is sent
   * @param executions ids of the executions that this call carries out; each is completed
   */
  Answer forward(
      Call call, CallDecision decision, List<Command> commands, List<String> executions) {
    Result result = upstream.send(call.connection(), call.exchange().outbound(commands));
    if (result instanceof Result.Failed failed) {
      finish(call, executions, Observation.unanswered(failed.failure()), new Hits());
      return call.exchange().failed(failed.failure(), call.id());
    }
    MeteredAnswer answer = new MeteredAnswer(((Result.Answered) result).answer());
    Masker masker = call.policy().masker(call.caller(), call.connection(), decision.masking());
    Masker recording = call.policy().recordingMasker(call.connection());
    Observation observation = new Observation(answer, masker, recording);
    Hits hits = new Hits();
    Relay relay =
        new Relay(call.caller(), call.connection(), call.policy(), masker, hits, observation);
    return relay(call, executions, answer, relay, observation);
  }

  private Answer relay(
      Call call,
      List<String> executions,
      MeteredAnswer answer,
      Relay relay,
      Observation observation) {
    try {
      Answer relayed = call.exchange().relay(answer, relay);
      if (relayed instanceof Answer.Streamed streamed) {
        Answer.Body body = recordedAtItsEnd(call, executions, streamed, relay, observation);
        return new Answer.Streamed(
            streamed.status(),
            streamed.headers(),
            body,
            call.exchange().session().id(),
            answer::close);
      }
      finish(call, executions, observation, relay.hits());
      return relayed;
    } catch (UpstreamReadFailed e) {
      return withheld(call, executions, answer, relay, observation, e.failure());
    } catch (MaskingFailed e) {
      LOG.log(Level.ERROR, "answer of " + call.id() + " withheld: " + e.getMessage(), e);
      return withheld(call, executions, answer, relay, observation, Failure.MASKING_FAILED);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "answer of " + call.id() + " withheld: " + e.getClass(), e);
      return withheld(call, executions, answer, relay, observation, Failure.INTERNAL);
    }
  }

  private Answer withheld(
      Call call,
      List<String> executions,
      MeteredAnswer answer,
      Relay relay,
      Observation observation,
      Failure failure) {
    answer.close();
    observation.broke(failure);
    finish(call, executions, observation, relay.hits());
    return call.exchange().failed(failure, call.id());
  }

  private Answer.Body recordedAtItsEnd(
      Call call,
      List<String> executions,
      Answer.Streamed streamed,
      Relay relay,
      Observation observation) {
    return sink -> {
      try {
        streamed.body().writeTo(sink);
      } catch (IOException e) {
        observation.clientGone();
        throw e;
      } finally {
        finish(call, executions, observation, relay.hits());
      }
    };
  }

  private void finish(Call call, List<String> executions, Observation observation, Hits hits) {
    Outcome outcome = observation.execution();
    EventKind kind = observation.broken() ? EventKind.FAILED : EventKind.ANSWERED;
    journal.outcome(call, kind, observation.outcome(), hits);
    for (String execution : executions) {
      try {
        approvals.complete(execution, outcome);
      } catch (GateUnavailable e) {
        LOG.log(Level.ERROR, "execution " + execution + " stays open: " + e.getMessage(), e);
      }
    }
  }
}
