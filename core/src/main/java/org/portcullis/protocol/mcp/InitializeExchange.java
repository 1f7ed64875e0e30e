package org.portcullis.protocol.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.connection.Connection;
import org.portcullis.json.StrictJson;
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

/**
 * The handshake. It opens a session, and only its success lets the client know the session's id;
 * however else it ends, the session ends with it.
 */
final class InitializeExchange implements Exchange {

  private static final int MAX_SESSION_ID = 1024;

  private final McpParts parts;
  private final Connection connection;
  private final Session session;
  private final Steps steps;

  InitializeExchange(McpParts parts, Connection connection, Session session, Step step) {
    this.parts = parts;
    this.connection = connection;
    this.session = session;
    this.steps = new Steps(List.of(step), false);
  }

  @Override
  public Session session() {
    return session;
  }

  @Override
  public List<Command> commands() {
    return List.of();
  }

  @Override
  public String label() {
    return steps.label();
  }

  @Override
  public OutboundRequest outbound(List<Command> decided) {
    return Outgoing.initialize(connection, steps.body(decided));
  }

  @Override
  public Answer blocked(CallDecision decision, Predicate<CommandName> shown, String reference) {
    parts.end(session);
    return Refusals.blocked(steps, decision, shown, reference);
  }

  @Override
  public Answer asked(CallDecision decision, List<Ask> asks, String reference) {
    parts.end(session);
    return Refusals.asked(steps, asks, reference);
  }

  @Override
  public Answer failed(Failure failure, String reference) {
    parts.end(session);
    return Refusals.failed(steps, failure, reference);
  }

  /** Always a whole answer: the session's id stands in a header and is known only at its end. */
  @Override
  public Answer relay(UpstreamAnswer answer, Relay relay) throws UpstreamReadFailed {
    try (answer) {
      MessageRelay messages =
          new MessageRelay(
              OpenRequests.of(steps, relay.masker()),
              parts.conversations().of(session),
              relay,
              parts.schemas(),
              false);
      byte[] message =
          WholeAnswers.collect(answer, messages, parts.settings().maxEventBytes()).get(0);
      JsonNode result = result(message);
      if (answer.status() / 100 != 2 || result.isMissingNode()) {
        parts.end(session);
        return JsonRpc.answer(200, message);
      }
      String version = result.path("protocolVersion").asText();
      Session established = parts.sessions().establish(session, upstreamSession(answer), version);
      Answer.Whole whole = JsonRpc.answer(200, message);
      return new Answer.Whole(
          200, whole.headers().with("mcp-session-id", established.id()), message);
    }
  }

  private static JsonNode result(byte[] message) throws UpstreamReadFailed {
    if (StrictJson.readData(message) instanceof StrictJson.Reading.Value value) {
      return value.node().path("result");
    }
    throw new UpstreamReadFailed(Failure.MASKING_FAILED);
  }

  private static String upstreamSession(UpstreamAnswer answer) throws UpstreamReadFailed {
    List<String> ids = answer.headers().all("mcp-session-id");
    if (ids.isEmpty()) {
      return "";
    }
    String id = ids.get(0);
    boolean isVisible =
        !id.isEmpty()
            && id.length() <= MAX_SESSION_ID
            && id.chars().allMatch(c -> c >= 0x21 && c <= 0x7E);
    if (ids.size() > 1 || !isVisible) {
      throw new UpstreamReadFailed(Failure.UPSTREAM_INVALID);
    }
    return id;
  }
}
