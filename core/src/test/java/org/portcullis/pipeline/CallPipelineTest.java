package org.portcullis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.portcullis.pipeline.FakeExchange.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portcullis.approval.Approvals.Consumption;
import org.portcullis.approval.Approvals.Standing;
import org.portcullis.json.StrictJson;
import org.portcullis.policy.Effect;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.Failure;
import org.portcullis.protocol.Headers;
import org.portcullis.protocol.InboundRequest;
import org.portcullis.protocol.Upstream;
import org.portcullis.protocol.UpstreamAnswer;
import org.portcullis.protocol.UpstreamReadFailed;
import org.portcullis.recording.Event;
import org.portcullis.recording.EventKind;

class CallPipelineTest {

  private final FakeGate gate = new FakeGate();

  @Test
  void recordsTheDecisionBeforeAnythingLeavesAndTheOutcomeAfter() {
    assertThat(text(run())).isEqualTo("\"hidden\"");
    assertThat(gate.steps)
        .containsExactly("read", "decide", "record DECIDED", "send", "record ANSWERED");
  }

  @Test
  void recordsWhoWhatAndWhyWithoutTheArguments() {
    run();
    Event decided = gate.events.get(0);
    assertThat(decided.actor()).isEqualTo("Ada");
    assertThat(decided.client()).isEqualTo("agent");
    assertThat(decided.session()).isEqualTo("S-1");
    assertThat(decided.decision()).isEqualTo("allow");
    assertThat(decided.detail().get("policy").intValue()).isEqualTo(7);
    assertThat(decided.detail().get("groups").isArray()).isTrue();
    assertThat(decided.detail().at("/commands/0/command").textValue()).isEqualTo("tool:refund");
    assertThat(decided.detail().at("/commands/0/rules/0").textValue()).isEqualTo("rule-1");
    assertThat(decided.detail().at("/commands/0/arguments").textValue()).isEqualTo("hidden");
    assertThat(decided.detail().toString()).doesNotContain("120");
  }

  @Test
  void recordsHitsAndTheMaskedObservation() {
    run();
    Event answered = gate.events.get(1);
    assertThat(answered.detail().at("/masked/0/entry").textValue()).isEqualTo("entry");
    assertThat(answered.detail().at("/masked/0/count").intValue()).isEqualTo(1);
    assertThat(answered.decision()).isEqualTo("mask");
    assertThat(answered.detail().get("observation").textValue()).isEqualTo("\"hidden\"\n");
    assertThat(answered.detail().get("outcome").textValue()).isEqualTo("succeeded");
    assertThat(answered.detail().get("answerBytes").intValue()).isEqualTo(12);
  }

  @Test
  void sendsNothingWhenTheDecisionCannotBeRecorded() {
    gate.recordingFails = true;
    assertThat(text(run())).isEqualTo("failed RECORDING_UNAVAILABLE");
    assertThat(gate.sent).isEmpty();
  }

  @Test
  void sendsNothingWhenDecidingFails() {
    gate.decidingFails = true;
    assertThat(text(run())).isEqualTo("failed POLICY_UNAVAILABLE");
    assertThat(gate.sent).isEmpty();
  }

  @Test
  void refusesAndRecordsWhatPolicyBlocks() {
    gate.effect = Effect.BLOCK;
    assertThat(text(run())).isEqualTo("blocked");
    assertThat(gate.steps).containsExactly("read", "decide", "record DECIDED");
    assertThat(gate.events.get(0).decision()).isEqualTo("block");
  }

  @Test
  void recordsWhatCannotBeRead() {
    gate.refusal = Optional.of("not JSON");
    assertThat(run().status()).isEqualTo(400);
    assertThat(gate.events).extracting(Event::kind).containsExactly(EventKind.REFUSED);
    assertThat(gate.events.get(0).detail().get("reason").textValue()).isEqualTo("not JSON");
  }

  @Test
  void recordsThatReadingFailed() {
    gate.readingFails = true;
    assertThat(run().status()).isEqualTo(500);
    assertThat(gate.events).extracting(Event::kind).containsExactly(EventKind.REFUSED);
    assertThat(gate.sent).isEmpty();
  }

  @Test
  void refusesWhatCannotBeReadEvenWhenTheRefusalCannotBeRecorded() {
    gate.refusal = Optional.of("not JSON");
    gate.recordingFails = true;
    assertThat(run().status()).isEqualTo(400);
  }

  @Test
  void knowsOnlyRegisteredConnections() {
    Answer answer = gate.pipeline().run(FakeGate.caller(), "other", request());
    assertThat(answer.status()).isEqualTo(404);
    assertThat(gate.events).extracting(Event::kind).containsExactly(EventKind.REFUSED);
    assertThat(gate.sent).isEmpty();
  }

  @Test
  void asksAndSendsNothing() {
    gate.effect = Effect.APPROVE;
    assertThat(text(run())).isEqualTo("asked [A-1]");
    assertThat(gate.steps).containsExactly("read", "decide", "ask", "record DECIDED");
    assertThat(gate.events.get(0).detail().at("/approvals/0").textValue()).isEqualTo("A-1");
  }

  @Test
  void tellsOfADenialAndSendsNothing() {
    gate.effect = Effect.APPROVE;
    gate.standing = new Standing.Denied("A-1", "not today");
    assertThat(text(run())).isEqualTo("asked [A-1]");
    assertThat(gate.sent).isEmpty();
  }

  @Test
  void runsWhatWasStoredOnceItIsGranted() {
    gate.effect = Effect.APPROVE;
    gate.standing = new Standing.Granted("A-1", "G-1", StrictJson.object().put("amount", 99));
    run();
    assertThat(gate.sent).containsExactly("{\"amount\":99}");
    assertThat(gate.steps)
        .containsExactly(
            "read",
            "decide",
            "ask",
            "consume [G-1]",
            "send",
            "record ANSWERED",
            "complete X-1 SUCCEEDED");
  }

  @Test
  void sendsNothingWhenTheGrantIsUsedUp() {
    gate.effect = Effect.APPROVE;
    gate.standing = new Standing.Granted("A-1", "G-1", StrictJson.object());
    gate.consumption = new Consumption.NotUsable("G-1");
    assertThat(text(run())).isEqualTo("failed GRANT_NOT_USABLE");
    assertThat(gate.sent).isEmpty();
  }

  @Test
  void leavesAnExecutionUnknownWhenTheAnswerNeverCame() {
    gate.effect = Effect.APPROVE;
    gate.standing = new Standing.Granted("A-1", "G-1", StrictJson.object());
    gate.upstream = FakeGate.failing(Failure.UPSTREAM_TIMEOUT);
    assertThat(text(run())).isEqualTo("failed UPSTREAM_TIMEOUT");
    assertThat(gate.steps).contains("record FAILED", "complete X-1 UNKNOWN");
  }

  @Test
  void failsAnExecutionThatNeverArrived() {
    gate.effect = Effect.APPROVE;
    gate.standing = new Standing.Granted("A-1", "G-1", StrictJson.object());
    gate.upstream = FakeGate.failing(Failure.UPSTREAM_UNREACHABLE);
    run();
    assertThat(gate.steps).contains("complete X-1 FAILED");
  }

  @Test
  void withholdsAnAnswerThatCannotBeMasked() {
    gate.maskingFails = true;
    assertThat(text(run())).isEqualTo("failed MASKING_FAILED");
    assertThat(gate.events).extracting(Event::kind).contains(EventKind.FAILED);
    assertThat(gate.events.toString()).doesNotContain("secret");
  }

  @Test
  void withholdsAnAnswerThatBreaksOff() {
    gate.upstream = new Upstream.Result.Answered(new BrokenAnswer());
    assertThat(text(run())).isEqualTo("failed UPSTREAM_BROKEN");
    assertThat(gate.events).extracting(Event::kind).contains(EventKind.FAILED);
  }

  @Test
  void recordsTheOutcomeOfAStreamWhenItEnds() throws IOException {
    gate.streamed = true;
    Answer.Streamed answer = (Answer.Streamed) run();
    assertThat(gate.events).hasSize(1);
    ByteArrayOutputStream client = new ByteArrayOutputStream();
    answer.body().writeTo(client::write);
    assertThat(client.toString(StandardCharsets.UTF_8)).isEqualTo("\"hidden\"");
    assertThat(gate.events).extracting(Event::kind).contains(EventKind.ANSWERED);
  }

  @Test
  void recordsThatTheClientLeft() {
    gate.streamed = true;
    Answer.Streamed answer = (Answer.Streamed) run();
    assertThatThrownBy(
            () ->
                answer
                    .body()
                    .writeTo(
                        piece -> {
                          throw new IOException("gone");
                        }))
        .isInstanceOf(IOException.class);
    Event outcome = gate.events.get(1);
    assertThat(outcome.kind()).isEqualTo(EventKind.FAILED);
    assertThat(outcome.detail().get("outcome").textValue()).isEqualTo("client-gone");
  }

  private Answer run() {
    return gate.pipeline().run(FakeGate.caller(), "desk", request());
  }

  private static InboundRequest request() {
    return new InboundRequest("POST", "", "", Headers.NONE, "{}".getBytes(StandardCharsets.UTF_8));
  }

  /** An answer whose body breaks off at once. */
  private static final class BrokenAnswer implements UpstreamAnswer {

    @Override
    public int status() {
      return 200;
    }

    @Override
    public Headers headers() {
      return Headers.NONE;
    }

    @Override
    public InputStream body() {
      return new InputStream() {
        @Override
        public int read() throws IOException {
          throw new UpstreamReadFailed(Failure.UPSTREAM_BROKEN);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
          throw new UpstreamReadFailed(Failure.UPSTREAM_BROKEN);
        }
      };
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
