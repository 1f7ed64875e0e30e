package org.portcullis.protocol.mcp;

import java.util.List;
import java.util.Optional;
import org.portcullis.protocol.Accept;
import org.portcullis.protocol.Headers;
import org.portcullis.protocol.InboundRequest;
import org.portcullis.protocol.MediaType;

/** What a request must look like from outside, before its body is read. */
final class TransportRules {

  static final String SESSION = "mcp-session-id";
  static final String VERSION = "mcp-protocol-version";
  static final String LAST_EVENT = "last-event-id";
  private static final String ORIGIN = "origin";

  /** Two lines of one of these could be taken differently by two readers. */
  private static final List<String> SINGLE =
      List.of(SESSION, VERSION, ORIGIN, "content-type", LAST_EVENT);

  private TransportRules() {}

  /** What holds for every verb. */
  static Optional<Fault> fault(InboundRequest request, McpSettings settings) {
    Headers headers = request.headers();
    for (String name : SINGLE) {
      if (headers.has(name) && headers.only(name).isEmpty()) {
        return invalid(400, "a header field is given twice: " + name);
      }
    }
    Optional<String> origin = headers.only(ORIGIN);
    if (origin.isPresent() && !settings.allowedOrigins().contains(origin.get())) {
      return invalid(403, "the origin is not allowed");
    }
    if (!request.path().isEmpty() && !request.path().equals("/")) {
      return invalid(404, "there is nothing at this path");
    }
    return Optional.empty();
  }

  /** What holds for a POST. */
  static Optional<Fault> postFault(Headers headers) {
    boolean isJson =
        headers
            .only("content-type")
            .flatMap(MediaType::parse)
            .filter(type -> type.is("application", "json"))
            .filter(
                type ->
                    type.parameters().getOrDefault("charset", "utf-8").equalsIgnoreCase("utf-8"))
            .isPresent();
    if (!isJson) {
      return invalid(415, "the body is not application/json in UTF-8");
    }
    if (headers.has("content-encoding")) {
      return invalid(415, "the body is encoded");
    }
    if (!Accept.of(headers).takes("application", "json")) {
      return invalid(406, "the client does not take application/json");
    }
    return Optional.empty();
  }

  /** What holds for a GET. */
  static Optional<Fault> getFault(Headers headers) {
    return takesStreams(headers)
        ? Optional.empty()
        : invalid(406, "the client does not take text/event-stream");
  }

  static boolean takesStreams(Headers headers) {
    return Accept.of(headers).takes("text", "event-stream");
  }

  private static Optional<Fault> invalid(int status, String text) {
    return Optional.of(Fault.of(status, JsonRpc.INVALID_REQUEST, text));
  }
}
