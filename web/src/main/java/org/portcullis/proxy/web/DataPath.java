package org.portcullis.proxy.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.portcullis.connection.Connections;
import org.portcullis.connection.ProtocolKind;
import org.portcullis.identity.Caller;
import org.portcullis.identity.web.CallerReader;
import org.portcullis.pipeline.CallPipeline;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.InboundRequest;
import org.portcullis.protocol.Problem;

/** From the wire to the walk of a call and back. Safe for use by many threads. */
final class DataPath {

  private final CallerReader callers;
  private final Connections connections;
  private final CallPipeline pipeline;
  private final RequestReader reader;
  private final EarlyRefusals refusals;
  private final OpenStreams streams;

  DataPath(
      CallerReader callers,
      Connections connections,
      CallPipeline pipeline,
      RequestReader reader,
      EarlyRefusals refusals,
      OpenStreams streams) {
    this.callers = callers;
    this.connections = connections;
    this.pipeline = pipeline;
    this.reader = reader;
    this.refusals = refusals;
    this.streams = streams;
  }

  /**
   * Serves one request. A streamed answer is written before this returns.
   *
   * @throws IOException when the client breaks off while it sends
   */
  Response serve(RawExchange exchange) throws IOException {
    HttpServletRequest request = exchange.request();
    HttpServletResponse response = exchange.response();
    Optional<Caller> caller = callerOf(request);
    if (caller.isEmpty()) {
      return Answers.whole(Problem.answer(401, "Unauthorized", "The token names no caller."));
    }
    GateTarget target = GateTarget.of(request.getRequestURI());
    RequestReader.Reading reading = reader.read(request, target);
    if (reading instanceof RequestReader.Reading.Refused refused) {
      return Answers.closing(refusals.refuse(caller.get(), target, refused));
    }
    InboundRequest inbound = ((RequestReader.Reading.Read) reading).request();
    if (target.connection().isEmpty()) {
      return Answers.whole(refusals.unknown(caller.get(), inbound));
    }
    return isListening(inbound)
        ? listen(caller.get(), target, inbound, response)
        : answer(caller.get(), target, inbound, response, Instant.MAX);
  }

  /** Listening holds a thread for as long as the client likes, so there is a limit to it. */
  private Response listen(
      Caller caller, GateTarget target, InboundRequest inbound, HttpServletResponse response) {
    if (!streams.enter(caller.id())) {
      return Answers.whole(refusals.tooManyStreams(caller, target, inbound));
    }
    try {
      if (!isListeningProtocol(target)) {
        return answer(caller, target, inbound, response, caller.expiresAt());
      }
      // The session's id is the gate's own; whose it is, the protocol looks at before anything
      // else.
      String session = inbound.headers().only("mcp-session-id").orElse("");
      return streams
          .listen(
              caller, session, response, () -> pipeline.run(caller, target.connection(), inbound))
          .map(Answers::whole)
          .orElseGet(() -> Answers.written(response));
    } finally {
      streams.leave(caller.id());
    }
  }

  /**
   * @param until when a streamed answer has to end at the latest
   */
  private Response answer(
      Caller caller,
      GateTarget target,
      InboundRequest inbound,
      HttpServletResponse response,
      Instant until) {
    Answer answer = pipeline.run(caller, target.connection(), inbound);
    if (answer instanceof Answer.Whole whole) {
      return Answers.whole(whole);
    }
    streams.write((Answer.Streamed) answer, response, until);
    return Answers.written(response);
  }

  /** Where a GET can only mean to listen; elsewhere its answer may be a document. */
  private boolean isListeningProtocol(GateTarget target) {
    return connections
        .find(target.connection())
        .filter(connection -> connection.protocol() == ProtocolKind.MCP)
        .isPresent();
  }

  private static boolean isListening(InboundRequest inbound) {
    return inbound.verb().equals("GET")
        && inbound.headers().all("accept").stream()
            .anyMatch(accept -> accept.toLowerCase(Locale.ROOT).contains("text/event-stream"));
  }

  private Optional<Caller> callerOf(HttpServletRequest request) {
    return request.getUserPrincipal() instanceof JsonWebToken token
        ? callers.find(token)
        : Optional.empty();
  }
}
