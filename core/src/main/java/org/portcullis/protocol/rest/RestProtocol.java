package org.portcullis.protocol.rest;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.portcullis.connection.Connection;
import org.portcullis.identity.Caller;
import org.portcullis.protocol.Accept;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.GateProtocol;
import org.portcullis.protocol.Headers;
import org.portcullis.protocol.InboundRequest;
import org.portcullis.protocol.Problem;
import org.portcullis.session.Sessions;

/**
 * Plain HTTP services. An operation is itself a command, or its body holds commands at declared
 * places, as in the run endpoint of a ReAct agent. What no operation declares is refused.
 */
public final class RestProtocol implements GateProtocol {

  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

  private final Sessions sessions;
  private final AnswerRelay answers;

  /** Parsed settings by connection; small, because connections are. */
  private final ConcurrentMap<String, Known> known = new ConcurrentHashMap<>();

  /** Settings as they were parsed from exactly this node. */
  private record Known(JsonNode source, RestSettings.Parsed parsed) {}

  /**
   * @param maxEventBytes what one event or line of a stream may have at most
   */
  public RestProtocol(Sessions sessions, int maxEventBytes) {
    this.sessions = requireNonNull(sessions, "sessions");
    this.answers = new AnswerRelay(sessions, maxEventBytes);
  }

  @Override
  public Reading read(Caller caller, Connection connection, InboundRequest request) {
    if (!METHODS.contains(request.verb())) {
      return methodNotAllowed();
    }
    if (!(settings(connection) instanceof RestSettings.Parsed.Valid valid)) {
      return refused(503, "Unavailable", "the connection's settings cannot be used");
    }
    Optional<List<String>> segments = PathSegments.of(request.path());
    if (segments.isEmpty()) {
      return refused(400, "Bad request", "the path can be read in more than one way");
    }
    Optional<RestSettings.Match> match = valid.settings().match(request.verb(), segments.get());
    if (match.isEmpty()) {
      return refused(404, "Not found", "no operation is declared for this method and path");
    }
    Optional<ObjectNode> query = QueryText.read(request.query());
    if (query.isEmpty()) {
      return refused(400, "Bad request", "the query can be read in more than one way");
    }
    RestBody body = RestBody.of(request);
    if (body instanceof RestBody.Refused refused) {
      return refused(
          refused.status(),
          refused.status() == 415 ? "Unsupported media type" : "Bad request",
          refused.reason());
    }
    return planned(
        caller, connection, request, match.get(), query.get(), ((RestBody.Read) body).json());
  }

  private Reading planned(
      Caller caller,
      Connection connection,
      InboundRequest request,
      RestSettings.Match match,
      ObjectNode query,
      @Nullable JsonNode body) {
    UpstreamTarget target = UpstreamTarget.of(connection);
    RestPlan.Planned planned = plan(target, match, query, body);
    if (planned instanceof RestPlan.Planned.Refused refused) {
      return refused(422, "Unprocessable content", refused.reason());
    }
    return new Reading.Read(
        new RestExchange(
            sessions.current(caller, connection),
            match.operation(),
            accepted(request),
            ((RestPlan.Planned.Ready) planned).plan(),
            answers));
  }

  private static RestPlan.Planned plan(
      UpstreamTarget target, RestSettings.Match match, ObjectNode query, @Nullable JsonNode body) {
    CommandPlaces places = match.operation().commands();
    if (places == null) {
      return OperationPlan.of(target, match, query, body);
    }
    return match
        .operation()
        .path()
        .expand(match.variables())
        .map(path -> BodyPlan.of(target.uri(path, QueryText.write(query)), places, body))
        .orElseGet(() -> new RestPlan.Planned.Refused("the path cannot be written anew"));
  }

  /** Of the client's header fields only what it takes goes on, in the gate's own words. */
  private static Headers accepted(InboundRequest request) {
    Accept accept = Accept.of(request.headers());
    boolean takesStream = accept.takes("text", "event-stream");
    return Headers.of(
        "accept",
        takesStream
            ? "application/json, text/event-stream, */*;q=0.5"
            : "application/json, */*;q=0.5");
  }

  private RestSettings.Parsed settings(Connection connection) {
    JsonNode source = connection.settings();
    Known last = known.get(connection.name());
    if (last != null && last.source().equals(source)) {
      return last.parsed();
    }
    return known
        .compute(
            connection.name(),
            (name, old) ->
                old != null && old.source().equals(source)
                    ? old
                    : new Known(source, RestSettings.parse(source)))
        .parsed();
  }

  private static Reading methodNotAllowed() {
    Answer.Whole problem =
        Problem.answer(405, "Method not allowed", "The gate runs nothing for this method.");
    String allow = String.join(", ", METHODS.stream().sorted().toList());
    return new Reading.Refused(
        "this HTTP method runs nothing",
        new Answer.Whole(405, problem.headers().with("allow", allow), problem.body()));
  }

  private static Reading refused(int status, String title, String reason) {
    return new Reading.Refused(reason, Problem.answer(status, title, sentence(reason)));
  }

  private static String sentence(String reason) {
    return Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".";
  }
}
