package org.portcullis.protocol.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;
import org.portcullis.json.StrictJson;
import org.portcullis.masking.Masker;
import org.portcullis.protocol.Failure;
import org.portcullis.protocol.Relay;
import org.portcullis.protocol.UpstreamReadFailed;
import org.portcullis.protocol.mcp.Conversation.Waiting;

/** Brings one answer to the client: edited where the gate has to, masked, and noted. */
final class ResultRelay {

  /** A response has a version, an id, and a result or an error. */
  private static final int MEMBERS = 3;

  private final Relay relay;
  private final OutputSchemas schemas;

  ResultRelay(Relay relay, OutputSchemas schemas) {
    this.relay = relay;
    this.schemas = schemas;
  }

  /**
   * @param node the whole message
   * @param utf8 the same as it came: what is not masked keeps its spelling
   */
  byte[] relayed(Waiting waiting, McpMessage.Response response, ObjectNode node, byte[] utf8)
      throws UpstreamReadFailed {
    Step step = waiting.step();
    byte[] masked =
        response.isError()
            ? error(waiting, response.content())
            : result(waiting, response, node, utf8);
    relay.transcript().observe(masked);
    if (isFailure(step, response)) {
      relay.transcript().commandFailed();
    }
    return masked;
  }

  private byte[] error(Waiting waiting, ObjectNode given) {
    ObjectNode error = StrictJson.object();
    error.set("code", given.get("code"));
    error.set("message", given.get("message"));
    if (given.has("data")) {
      error.set("data", given.get("data"));
    }
    ObjectNode message = StrictJson.object().put("jsonrpc", "2.0");
    message.set("id", waiting.step().requestId());
    message.set("error", error);
    return masked(waiting, StrictJson.write(message));
  }

  private byte[] result(Waiting waiting, McpMessage.Response response, ObjectNode node, byte[] utf8)
      throws UpstreamReadFailed {
    Step step = waiting.step();
    ObjectNode result = edited(step, response.content());
    boolean asItCame =
        result.equals(response.content())
            && node.size() == MEMBERS
            && response.id().equals(step.requestId());
    if (step.method() == McpMethod.LIST_TOOLS) {
      result.path("tools").forEach(tool -> schemas.remember(relay.connection(), tool));
      byte[] around =
          SchemaTexts.maskAround(
              JsonRpc.result(step.requestId(), result), relay.masker(), relay.hits());
      return maskedAgain(waiting, around);
    }
    byte[] unmasked = asItCame ? utf8 : StrictJson.write(JsonRpc.result(step.requestId(), result));
    byte[] masked = masked(waiting, unmasked);
    return step.method() == McpMethod.CALL_TOOL && !Arrays.equals(unmasked, masked)
        ? fitted(step, result, masked)
        : masked;
  }

  private ObjectNode edited(Step step, ObjectNode result) throws UpstreamReadFailed {
    if (step.method() == McpMethod.INITIALIZE) {
      return Handshake.result(result).orElseThrow(ResultRelay::invalid);
    }
    if (Lists.member(step.method()).isPresent()) {
      return Lists.filtered(step.method(), result, relay).orElseThrow(ResultRelay::invalid);
    }
    boolean isNull = result.path("structuredContent").isNull();
    if (step.method() == McpMethod.CALL_TOOL && isNull) {
      ObjectNode without = result.deepCopy();
      without.remove("structuredContent");
      return without;
    }
    return result;
  }

  /** Clients check structured content against the schema they were shown, masked or not. */
  private byte[] fitted(Step step, ObjectNode result, byte[] masked) {
    if (result.path("isError").asBoolean() || !result.has("structuredContent")) {
      return masked;
    }
    Optional<byte[]> fitted =
        schemas.fitted(relay.connection(), step.params().path("name").asText(), result, masked);
    if (fitted.isEmpty()) {
      relay.transcript().broke(Failure.MASKING_FAILED);
    }
    return fitted.orElseGet(
        () ->
            StrictJson.write(
                JsonRpc.toolError(
                    step.requestId(),
                    "The answer cannot be shown masked in the form its schema demands; it is"
                        + " withheld.")));
  }

  private byte[] masked(Waiting waiting, byte[] message) {
    return maskedAgain(waiting, relay.masker().json(message, Kept.MEMBERS, relay.hits()));
  }

  /** An answer on another stream than its request's still hides what its request's would. */
  private byte[] maskedAgain(Waiting waiting, byte[] message) {
    Masker first = waiting.masker();
    return first == null || first.equals(relay.masker())
        ? message
        : first.json(message, Kept.MEMBERS, relay.hits());
  }

  private static boolean isFailure(Step step, McpMessage.Response response) {
    JsonNode isError = response.content().path("isError");
    return response.isError()
        ? step.command() != null
        : step.method() == McpMethod.CALL_TOOL && isError.asBoolean();
  }

  private static UpstreamReadFailed invalid() {
    return new UpstreamReadFailed(Failure.UPSTREAM_INVALID);
  }
}
