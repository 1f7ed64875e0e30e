package org.portcullis.protocol.mcp;

import org.portcullis.connection.Connection;
import org.portcullis.protocol.Headers;
import org.portcullis.protocol.OutboundRequest;
import org.portcullis.session.Session;

/** Requests to upstreams, with the header fields of the transport and no others. */
final class Outgoing {

  private static final String SESSION = "mcp-session-id";
  private static final String VERSION = "mcp-protocol-version";
  private static final byte[] NOTHING = new byte[0];

  private Outgoing() {}

  /**
   * The first message: there is no session and no agreed version yet. Its answer is read whole, so
   * it has the time and the size of a whole one, whatever form it comes in.
   */
  static OutboundRequest initialize(Connection connection, byte[] body) {
    return new OutboundRequest("POST", connection.url(), posted(), body, false);
  }

  /**
   * @param streams whether the answer may go on as long as the upstream likes: somebody waits for
   *     it who takes it as it comes
   */
  static OutboundRequest post(
      Connection connection, Session session, byte[] body, boolean streams) {
    Headers headers = inSession(posted(), session);
    return new OutboundRequest("POST", connection.url(), headers, body, streams);
  }

  /**
   * @param lastEventId where a broken stream is taken up; empty for a new one
   */
  static OutboundRequest listen(Connection connection, Session session, String lastEventId) {
    Headers headers = inSession(Headers.of("accept", "text/event-stream"), session);
    Headers all = lastEventId.isEmpty() ? headers : headers.with("last-event-id", lastEventId);
    return new OutboundRequest("GET", connection.url(), all, NOTHING, true);
  }

  static OutboundRequest delete(Connection connection, Session session) {
    Headers headers = inSession(Headers.NONE, session);
    return new OutboundRequest("DELETE", connection.url(), headers, NOTHING, false);
  }

  private static Headers posted() {
    return Headers.of("content-type", "application/json")
        .with("accept", "application/json, text/event-stream");
  }

  private static Headers inSession(Headers headers, Session session) {
    Headers named =
        session.upstreamId().isEmpty() ? headers : headers.with(SESSION, session.upstreamId());
    boolean saysVersion =
        McpVersion.named(session.version()).filter(McpVersion::hasVersionHeader).isPresent();
    return saysVersion ? named.with(VERSION, session.version()) : named;
  }
}
