package org.portcullis.protocol.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.portcullis.json.StrictJson;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.Headers;

/** JSON-RPC 2.0 messages that the gate itself writes, and the HTTP answers that carry them. */
final class JsonRpc {

  static final int PARSE_ERROR = -32700;
  static final int INVALID_REQUEST = -32600;
  static final int METHOD_NOT_FOUND = -32601;
  static final int INVALID_PARAMS = -32602;
  static final int INTERNAL_ERROR = -32603;
  static final int RESOURCE_NOT_FOUND = -32002;
  static final int SESSION_NOT_FOUND = -32001;
  static final int HEADER_MISMATCH = -32020;
  static final int UNSUPPORTED_VERSION = -32022;

  /** Refused by policy; outside the range that JSON-RPC keeps for itself. */
  static final int FORBIDDEN = 4403;

  static final JsonNode NO_ID = NullNode.getInstance();

  private JsonRpc() {}

  static ObjectNode result(JsonNode id, JsonNode result) {
    ObjectNode message = envelope(id);
    message.set("result", result);
    return message;
  }

  static ObjectNode error(JsonNode id, int code, String text) {
    ObjectNode message = envelope(id);
    message.putObject("error").put("code", code).put("message", text);
    return message;
  }

  static ObjectNode error(JsonNode id, int code, String text, JsonNode data) {
    ObjectNode message = error(id, code, text);
    ((ObjectNode) message.get("error")).set("data", data);
    return message;
  }

  /** A tool's result that says in words why there is none: the model reads it and adapts. */
  static ObjectNode toolError(JsonNode id, String text) {
    ObjectNode result = StrictJson.object();
    result.putArray("content").addObject().put("type", "text").put("text", text);
    result.put("isError", true);
    return result(id, result);
  }

  static Answer.Whole answer(int status, JsonNode message) {
    return answer(status, StrictJson.write(message));
  }

  static Answer.Whole answer(int status, byte[] message) {
    return new Answer.Whole(
        status,
        Headers.of("content-type", "application/json").with("cache-control", "no-store"),
        message);
  }

  /** The answer to notifications and responses that were taken. */
  static Answer.Whole accepted() {
    return new Answer.Whole(202, Headers.of("cache-control", "no-store"), new byte[0]);
  }

  private static ObjectNode envelope(JsonNode id) {
    ObjectNode message = StrictJson.object();
    message.put("jsonrpc", "2.0");
    message.set("id", id);
    return message;
  }
}
