package org.portcullis.protocol.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portcullis.command.Command;
import org.portcullis.json.StrictJson;

/**
 * One message of an exchange, taken apart.
 *
 * @param id the request's id, or that of the server's request that is answered; null for a
 *     notification
 * @param method what it is
 * @param params what goes upstream, without the arguments that are decided about; for an answer the
 *     whole message
 * @param command what is decided about; null when there is only the caller's standing
 */
record Step(@Nullable JsonNode id, McpMethod method, ObjectNode params, @Nullable Command command) {

  /** Whether the client waits for an answer to it. */
  boolean isRequest() {
    return id != null && method != McpMethod.RESPONSE;
  }

  /** The id under which the client waits. */
  JsonNode requestId() {
    return id == null ? JsonRpc.NO_ID : id;
  }

  Optional<Command> commandIfAny() {
    return Optional.ofNullable(command);
  }

  /** The same message at another place. */
  Step at(String pointer) {
    return command == null
        ? this
        : new Step(id, method, params, Command.of(command.name(), command.arguments(), pointer));
  }

  /**
   * The message as it goes upstream.
   *
   * @param decided the command as it was decided, or null when the step has none
   */
  ObjectNode message(@Nullable Command decided) {
    if (method == McpMethod.RESPONSE) {
      return params;
    }
    ObjectNode message = StrictJson.object();
    message.put("jsonrpc", "2.0");
    if (id != null) {
      message.set("id", id);
    }
    message.put("method", method.label());
    ObjectNode sent = params.deepCopy();
    if (decided != null) {
      putArguments(sent, decided.arguments());
    }
    if (!sent.isEmpty()) {
      message.set("params", sent);
    }
    return message;
  }

  private void putArguments(ObjectNode sent, JsonNode arguments) {
    switch (method) {
      case CALL_TOOL, GET_PROMPT -> {
        boolean absent = !sent.hasNonNull("arguments") && arguments.isEmpty();
        if (!absent) {
          sent.set("arguments", arguments);
        }
      }
      default -> sent.setAll((ObjectNode) arguments);
    }
  }
}
