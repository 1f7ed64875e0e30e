package org.portcullis.protocol.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.portcullis.json.StrictJson;
import org.portcullis.session.Session;

/**
 * Which revision a message is of. Some servers go by the header and some by the body: a message in
 * which the two disagree would be judged as one revision and run as another, and is refused.
 */
final class Versions {

  private static final String CLAIM = "io.modelcontextprotocol/protocolVersion";
  private static final int MAX_ECHO = 32;

  private Versions() {}

  /** Messages of a revision without a handshake, which the gate does not speak. */
  static Optional<Fault> modernFault(List<McpMessage> messages, Optional<String> header) {
    for (McpMessage message : messages) {
      JsonNode claim = params(message).path("_meta").path(CLAIM);
      if (!claim.isMissingNode()) {
        boolean agrees = header.isPresent() && header.get().equals(claim.asText());
        return Optional.of(
            agrees
                ? unsupported(claim.asText(), id(message))
                : Fault.of(
                    400,
                    JsonRpc.HEADER_MISMATCH,
                    "MCP-Protocol-Version and the body's version disagree",
                    id(message)));
      }
    }
    return Optional.empty();
  }

  /**
   * The header of anything but {@code initialize}.
   *
   * @param mustAgree whether it has to be the session's version: only a message can be read in two
   *     ways, and some clients name their newest version where they send none
   */
  static Optional<Fault> headerFault(
      Optional<String> header, Session session, boolean mustAgree, JsonNode id) {
    if (header.isEmpty()) {
      return Optional.empty();
    }
    if (McpVersion.named(header.get()).isEmpty()) {
      return Optional.of(unsupported(header.get(), id));
    }
    return mustAgree && !header.get().equals(session.version())
        ? Optional.of(
            Fault.of(
                400,
                JsonRpc.INVALID_REQUEST,
                "MCP-Protocol-Version is not the session's version",
                id))
        : Optional.empty();
  }

  private static Fault unsupported(String requested, JsonNode id) {
    ObjectNode data = StrictJson.object();
    McpVersion.supported().forEach(data.putArray("supported")::add);
    data.put("requested", requested.substring(0, Math.min(requested.length(), MAX_ECHO)));
    String text = "Unsupported protocol version";
    return new Fault(400, text, JsonRpc.error(id, JsonRpc.UNSUPPORTED_VERSION, text, data));
  }

  private static ObjectNode params(McpMessage message) {
    if (message instanceof McpMessage.Request request) {
      return request.params();
    }
    return message instanceof McpMessage.Notification notification
        ? notification.params()
        : StrictJson.object();
  }

  static JsonNode id(McpMessage message) {
    return message instanceof McpMessage.Request request ? request.id() : JsonRpc.NO_ID;
  }
}
