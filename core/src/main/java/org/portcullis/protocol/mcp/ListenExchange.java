package org.portcullis.protocol.mcp;

import java.util.List;
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

/** A client listens to what its server says unasked, or takes up a stream that broke off. */
final class ListenExchange implements Exchange {

  private final McpParts parts;
  private final Connection connection;
  private final Session session;
  private final String lastEventId;

  /**
   * @param lastEventId where a broken stream is taken up; empty for a new one
   */
  ListenExchange(McpParts parts, Connection connection, Session session, String lastEventId) {
    this.parts = parts;
    this.connection = connection;
    this.session = session;
    this.lastEventId = lastEventId;
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
    return lastEventId.isEmpty() ? "GET stream" : "GET stream, resumed";
  }

  @Override
  public OutboundRequest outbound(List<Command> decided) {
    return Outgoing.listen(connection, session, lastEventId);
  }

  @Override
  public Answer blocked(CallDecision decision, Predicate<CommandName> shown, String reference) {
    return refused(403, JsonRpc.FORBIDDEN, "Blocked by policy. Ref " + reference);
  }

  @Override
  public Answer asked(CallDecision decision, List<Ask> asks, String reference) {
    return refused(403, JsonRpc.FORBIDDEN, "Not approved. Ref " + reference);
  }

  @Override
  public Answer failed(Failure failure, String reference) {
    return refused(failure.status(), JsonRpc.INTERNAL_ERROR, failure.text() + " Ref " + reference);
  }

  @Override
  public Answer relay(UpstreamAnswer answer, Relay relay) throws UpstreamReadFailed {
    if (answer.status() / 100 == 2 && WholeAnswers.isStream(answer)) {
      return stream(answer, relay);
    }
    try (answer) {
      if (answer.status() == 404 && !session.upstreamId().isEmpty()) {
        parts.end(session);
        return McpParts.sessionNotFound();
      }
      if (answer.status() == 405) {
        return refused(405, JsonRpc.METHOD_NOT_FOUND, "There is no such stream here.");
      }
      throw new UpstreamReadFailed(Failure.UPSTREAM_INVALID);
    }
  }

  /** Answers come on this stream only when it takes up one that broke off. */
  private Answer stream(UpstreamAnswer answer, Relay relay) {
    Conversation conversation = parts.conversations().of(session);
    OpenRequests open = new OpenRequests(lastEventId.isEmpty() ? List.of() : conversation.begun());
    MessageRelay messages = new MessageRelay(open, conversation, relay, parts.schemas(), true);
    return new EventRelay(parts, session, answer, relay, messages, false).streamed();
  }

  private static Answer refused(int status, int code, String text) {
    Answer.Whole answer = JsonRpc.answer(status, JsonRpc.error(JsonRpc.NO_ID, code, text));
    return status == 405
        ? new Answer.Whole(405, answer.headers().with("allow", "POST, DELETE"), answer.body())
        : answer;
  }
}
