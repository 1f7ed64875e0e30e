package org.portcullis.protocol.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One JSON-RPC message whose shape is known to be right. */
sealed interface McpMessage {

  /**
   * Wants an answer.
   *
   * @param id a text or an integer, of the type in which it was sent: 1 and "1" are two ids
   * @param params empty when there were none
   */
  record Request(JsonNode id, String method, ObjectNode params) implements McpMessage {}

  /**
   * Wants none.
   *
   * @param params empty when there were none
   */
  record Notification(String method, ObjectNode params) implements McpMessage {}

  /**
   * Answers a request of the other side.
   *
   * @param id as in a request; null as JSON only in an error about something that had no id
   * @param content the result or the error
   */
  record Response(JsonNode id, boolean isError, ObjectNode content) implements McpMessage {}
}
