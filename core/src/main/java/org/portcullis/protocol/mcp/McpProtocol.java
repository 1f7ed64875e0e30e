package org.portcullis.protocol.mcp;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;
import org.portcullis.connection.Connection;
import org.portcullis.connection.ToolSchemas;
import org.portcullis.identity.Caller;
import org.portcullis.protocol.Exchange;
import org.portcullis.protocol.GateProtocol;
import org.portcullis.protocol.InboundRequest;
import org.portcullis.session.Session;
import org.portcullis.session.Sessions;

/**
 * Model Context Protocol over Streamable HTTP, in its revisions 2025-03-26, 2025-06-18 and
 * 2025-11-25. The gate is a server to the client and a client to the upstream: it gives out its own
 * session ids, and every message that goes either way is read, checked and written anew.
 */
public final class McpProtocol implements GateProtocol {

  private final McpParts parts;
  private final PostReader posts;

  /**
   * @param schemas where what tools declare about their arguments is remembered
   */
  public McpProtocol(Sessions sessions, McpSettings settings, ToolSchemas schemas) {
    this.parts =
        new McpParts(
            requireNonNull(sessions, "sessions"),
            new Conversations(),
            new OutputSchemas(requireNonNull(schemas, "schemas")),
            requireNonNull(settings, "settings"));
    this.posts = new PostReader(parts);
  }

  @Override
  public Reading read(Caller caller, Connection connection, InboundRequest request) {
    Optional<Fault> fault = TransportRules.fault(request, parts.settings());
    if (fault.isPresent()) {
      return fault.get().refused();
    }
    return switch (request.verb()) {
      case "POST" -> posts.read(caller, connection, request);
      case "GET" -> listen(caller, connection, request);
      case "DELETE" ->
          inSession(
              caller, connection, request, session -> new EndExchange(parts, connection, session));
      default ->
          Fault.of(405, JsonRpc.METHOD_NOT_FOUND, "this HTTP method has no meaning here").refused();
    };
  }

  private Reading listen(Caller caller, Connection connection, InboundRequest request) {
    Optional<Fault> fault = TransportRules.getFault(request.headers());
    if (fault.isPresent()) {
      return fault.get().refused();
    }
    String lastEventId = request.headers().only(TransportRules.LAST_EVENT).orElse("");
    return inSession(
        caller,
        connection,
        request,
        session -> new ListenExchange(parts, connection, session, lastEventId));
  }

  private Reading inSession(
      Caller caller,
      Connection connection,
      InboundRequest request,
      Function<Session, Exchange> exchange) {
    SessionLookup lookup =
        SessionLookup.of(parts.sessions(), caller, connection, request, JsonRpc.NO_ID);
    if (lookup instanceof SessionLookup.Missing missing) {
      return missing.fault().refused();
    }
    Session session = ((SessionLookup.Found) lookup).session();
    Optional<String> version = request.headers().only(TransportRules.VERSION);
    return Versions.headerFault(version, session, false, JsonRpc.NO_ID)
        .<Reading>map(Fault::refused)
        .orElseGet(() -> new Reading.Read(exchange.apply(session)));
  }
}
