package org.portcullis.e2e.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.portcullis.e2e.faults.ScriptedUpstream.Peer;
import org.portcullis.e2e.faults.ScriptedUpstream.Received;
import org.portcullis.e2e.faults.ScriptedUpstream.Script;

/** What an honest MCP server says: it offers more than any caller of the tests may use. */
final class ToolServer implements Script {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private final AtomicInteger sessions = new AtomicInteger();

  @Override
  public void answer(Received request, Peer peer) throws IOException {
    if (!request.verb().equals("POST")) {
      peer.answer(405, "text/plain", "");
      return;
    }
    JsonNode message = MAPPER.readTree(request.body());
    if (message.isArray()) {
      answerAll(message, peer);
    } else if (!message.has("id") || !message.has("method")) {
      peer.send("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n");
    } else {
      String session =
          message.path("method").asText().equals("initialize")
              ? "Mcp-Session-Id: upstream-" + sessions.incrementAndGet() + "\r\n"
              : "";
      byte[] body = MAPPER.writeValueAsBytes(response(message));
      peer.answer(200, "application/json", body, session);
    }
  }

  /** The answer of an honest server, for scripts that lie about something else. */
  static String answerTo(Received request) {
    try {
      return response(MAPPER.readTree(request.body())).toString();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answerAll(JsonNode batch, Peer peer) throws IOException {
    var answers = MAPPER.createArrayNode();
    for (JsonNode message : batch) {
      if (message.has("id")) {
        answers.add(response(message));
      }
    }
    peer.answer(200, "application/json", answers.toString());
  }

  private static ObjectNode response(JsonNode message) {
    ObjectNode response = MAPPER.createObjectNode().put("jsonrpc", "2.0");
    response.set("id", message.get("id"));
    response.set("result", result(message));
    return response;
  }

  private static ObjectNode result(JsonNode message) {
    ObjectNode result = MAPPER.createObjectNode();
    switch (message.path("method").asText()) {
      case "initialize" -> {
        result.set("protocolVersion", message.at("/params/protocolVersion"));
        result.putObject("capabilities").putObject("tools");
        result.putObject("serverInfo").put("name", "scripted").put("version", "1");
      }
      case "tools/list" -> {
        for (String tool : new String[] {"echo", "pay", "wipe", "hidden"}) {
          ObjectNode entry = result.withArray("tools").addObject().put("name", tool);
          entry.putObject("inputSchema").put("type", "object");
        }
      }
      case "resources/list" -> {
        for (String uri : new String[] {"memo:notes", "memo:secret"}) {
          result.withArray("resources").addObject().put("uri", uri).put("name", uri);
        }
      }
      case "prompts/list" -> {
        for (String prompt : new String[] {"greet", "hidden"}) {
          result.withArray("prompts").addObject().put("name", prompt);
        }
      }
      case "tools/call" ->
          result
              .putArray("content")
              .addObject()
              .put("type", "text")
              .put("text", "ran " + message.at("/params/name").asText());
      default -> result.put("done", true);
    }
    return result;
  }
}
