package org.portcullis.protocol.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.connection.Connection;
import org.portcullis.policy.CallDecision;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.Ask;
import org.portcullis.protocol.Exchange;
import org.portcullis.protocol.Failure;
import org.portcullis.protocol.OutboundRequest;
import org.portcullis.protocol.Relay;
import org.portcullis.protocol.UpstreamAnswer;
import org.portcullis.protocol.UpstreamReadFailed;
import org.portcullis.session.Session;

/** Messages within a session: requests, notifications, answers to the server. */
final class PostExchange implements Exchange {

  private final McpParts parts;
  private final Connection connection;
  private final Session session;
  private final Steps steps;
  private final boolean clientTakesStreams;

  PostExchange(
      McpParts parts,
      Connection connection,
      Session session,
      Steps steps,
      boolean clientTakesStreams) {
    this.parts = parts;
    this.connection = connection;
    this.session = session;
    this.steps = steps;
    this.clientTakesStreams = clientTakesStreams;
  }

  @Override
  public Session session() {
    return session;
  }

  @Override
  public List<Command> commands() {
    return steps.commands();
  }

  @Override
  public String label() {
    return steps.label();
  }

  /** To cancel what does not wait any more is right and has no effect. */
  @Override
  public Optional<Answer> answeredHere() {
    long withEffect = steps.list().stream().filter(this::hasEffect).count();
    return withEffect == 0 ? Optional.of(JsonRpc.accepted()) : Optional.empty();
  }

  private boolean hasEffect(Step step) {
    return step.method() != McpMethod.CANCELLED
        || conversation().cancel(step.params().get("requestId"));
  }

  @Override
  public OutboundRequest outbound(List<Command> decided) {
    steps.requests().forEach(step -> conversation().opened(step, null));
    boolean streams = clientTakesStreams && !steps.requests().isEmpty();
    return Outgoing.post(connection, session, steps.body(decided), streams);
  }

  @Override
  public Answer blocked(CallDecision decision, Predicate<CommandName> shown, String reference) {
    return Refusals.blocked(steps, decision, shown, reference);
  }

  @Override
  public Answer asked(CallDecision decision, List<Ask> asks, String reference) {
    return Refusals.asked(steps, asks, reference);
  }

  @Override
  public Answer failed(Failure failure, String reference) {
    closeRequests();
    return Refusals.failed(steps, failure, reference);
  }

  @Override
  public Answer relay(UpstreamAnswer answer, Relay relay) throws UpstreamReadFailed {
    if (answer.status() == 404 && !session.upstreamId().isEmpty()) {
      return lost(answer);
    }
    if (steps.requests().isEmpty()) {
      return taken(answer);
    }
    steps.requests().forEach(step -> conversation().opened(step, relay.masker()));
    boolean isGood = answer.status() / 100 == 2;
    boolean streams = isGood && clientTakesStreams && WholeAnswers.isStream(answer);
    MessageRelay messages =
        new MessageRelay(
            OpenRequests.of(steps, relay.masker()),
            conversation(),
            relay,
            parts.schemas(),
            streams);
    if (streams) {
      return new EventRelay(parts, session, answer, relay, messages, true).streamed();
    }
    try (answer) {
      return isGood ? whole(answer, messages) : turnedDown(answer, messages, relay);
    } finally {
      closeRequests();
    }
  }

  private Answer whole(UpstreamAnswer answer, MessageRelay messages) throws UpstreamReadFailed {
    List<byte[]> answers = WholeAnswers.collect(answer, messages, parts.settings().maxEventBytes());
    if (answers.isEmpty()) {
      return JsonRpc.accepted();
    }
    return JsonRpc.answer(200, steps.batch() ? array(answers) : answers.get(0));
  }

  /**
   * The upstream answers with an HTTP error. Its own JSON-RPC error is passed on, masked; anything
   * else is only told by its status. Either way every request has an answer.
   */
  private Answer turnedDown(UpstreamAnswer answer, MessageRelay messages, Relay relay) {
    if (WholeAnswers.isJson(answer)) {
      try {
        return whole(answer, messages);
      } catch (UpstreamReadFailed e) {
        // It is no JSON-RPC error: what its status says is all that can be told.
        return refusedByUpstream(answer.status(), relay);
      }
    }
    return refusedByUpstream(answer.status(), relay);
  }

  private Answer refusedByUpstream(int status, Relay relay) {
    relay.transcript().broke(Failure.UPSTREAM_INVALID);
    String text = "The service behind the gate refused the request (HTTP " + status + ").";
    return steps.answer(step -> JsonRpc.error(step.requestId(), JsonRpc.INTERNAL_ERROR, text));
  }

  private Answer taken(UpstreamAnswer answer) throws UpstreamReadFailed {
    try (answer) {
      if (answer.status() / 100 != 2) {
        throw new UpstreamReadFailed(Failure.UPSTREAM_INVALID);
      }
      return JsonRpc.accepted();
    }
  }

  /** The upstream no longer knows its session, so the gate's is worth nothing either. */
  private Answer lost(UpstreamAnswer answer) {
    try (answer) {
      parts.end(session);
      JsonNode id = steps.batch() ? JsonRpc.NO_ID : steps.list().get(0).requestId();
      return JsonRpc.answer(404, JsonRpc.error(id, JsonRpc.SESSION_NOT_FOUND, "Session not found"));
    }
  }

  private void closeRequests() {
    steps.requests().forEach(step -> conversation().closed(step.requestId()));
  }

  private Conversation conversation() {
    return parts.conversations().of(session);
  }

  private static byte[] array(List<byte[]> messages) {
    ByteArrayOutputStream array = new ByteArrayOutputStream();
    byte[] separator = "[".getBytes(StandardCharsets.US_ASCII);
    for (byte[] message : messages) {
      array.writeBytes(separator);
      array.writeBytes(message);
      separator = ",".getBytes(StandardCharsets.US_ASCII);
    }
    array.write(']');
    return array.toByteArray();
  }
}
