package org.portcullis.protocol.mcp;

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
import org.portcullis.protocol.Headers;
import org.portcullis.protocol.OutboundRequest;
import org.portcullis.protocol.Relay;
import org.portcullis.protocol.UpstreamAnswer;
import org.portcullis.session.Session;

/**
 * A client is done with its session. The gate's session ends whatever the upstream says about its
 * own: some do not let clients end theirs.
 */
final class EndExchange implements Exchange {

  private final McpParts parts;
  private final Connection connection;
  private final Session session;

  EndExchange(McpParts parts, Connection connection, Session session) {
    this.parts = parts;
    this.connection = connection;
    this.session = session;
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
    return "DELETE session";
  }

  @Override
  public Optional<Answer> answeredHere() {
    return session.upstreamId().isEmpty() ? Optional.of(ended()) : Optional.empty();
  }

  @Override
  public OutboundRequest outbound(List<Command> decided) {
    return Outgoing.delete(connection, session);
  }

  @Override
  public Answer blocked(CallDecision decision, Predicate<CommandName> shown, String reference) {
    parts.end(session);
    return refused(403, JsonRpc.FORBIDDEN, "Blocked by policy. Ref " + reference);
  }

  @Override
  public Answer asked(CallDecision decision, List<Ask> asks, String reference) {
    return refused(403, JsonRpc.FORBIDDEN, "Not approved. Ref " + reference);
  }

  @Override
  public Answer failed(Failure failure, String reference) {
    return switch (failure) {
      case UPSTREAM_UNREACHABLE, UPSTREAM_TIMEOUT, UPSTREAM_BROKEN -> ended();
      default ->
          refused(failure.status(), JsonRpc.INTERNAL_ERROR, failure.text() + " Ref " + reference);
    };
  }

  @Override
  public Answer relay(UpstreamAnswer answer, Relay relay) {
    answer.close();
    return ended();
  }

  private Answer ended() {
    parts.end(session);
    return new Answer.Whole(204, Headers.of("cache-control", "no-store"), new byte[0]);
  }

  private static Answer refused(int status, int code, String text) {
    return JsonRpc.answer(status, JsonRpc.error(JsonRpc.NO_ID, code, text));
  }
}
