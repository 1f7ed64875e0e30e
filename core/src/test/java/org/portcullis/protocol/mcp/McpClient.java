package org.portcullis.protocol.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.CannedAnswer;
import org.portcullis.protocol.Headers;
import org.portcullis.protocol.InboundRequest;
import org.portcullis.protocol.TestGate;

/** A client of the gate in tests: says what it is told, with the headers of a well-behaved one. */
final class McpClient {

  static final String INITIALIZE =
      "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
          + "\"%s\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}";
  static final String INITIALIZED =
      "{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":{\"protocolVersion\":\"%s\",\"capabilities\":{},"
          + "\"serverInfo\":{\"name\":\"desk\",\"version\":\"1\"}}}";

  final TestGate gate = new TestGate();
  final Map<String, List<String>> headers = new LinkedHashMap<>();
  String subject = "alice";
  String connection = "desk";
  String version = "2025-11-25";

  McpClient() {
    set("content-type", "application/json");
    set("accept", "application/json, text/event-stream");
  }

  /** A client with a session whose upstream calls it U-1. */
  static McpClient connected(String version) {
    McpClient client = new McpClient();
    client.version = version;
    client.gate.answer(
        CannedAnswer.json(INITIALIZED.formatted(version)).with("mcp-session-id", "U-1"));
    Answer answer = client.post(INITIALIZE.formatted(version));
    client.set("mcp-session-id", answer.headers().only("mcp-session-id").orElseThrow());
    client.set("mcp-protocol-version", version);
    client.gate.sent.clear();
    client.gate.events.clear();
    return client;
  }

  static McpClient connected() {
    return connected("2025-11-25");
  }

  McpClient set(String name, String value) {
    headers.put(name, new ArrayList<>(List.of(value)));
    return this;
  }

  McpClient drop(String name) {
    headers.remove(name);
    return this;
  }

  McpClient twice(String name, String value) {
    headers.computeIfAbsent(name, absent -> new ArrayList<>()).add(value);
    return this;
  }

  Answer post(String body) {
    return send("POST", body);
  }

  Answer post(byte[] body) {
    return gate.run(
        subject, connection, new InboundRequest("POST", "", "", Headers.of(headers), body));
  }

  Answer send(String verb, String body) {
    return gate.run(
        subject,
        connection,
        new InboundRequest(
            verb, "", "", Headers.of(headers), body.getBytes(StandardCharsets.UTF_8)));
  }

  JsonNode json(String body) {
    return TestGate.json(TestGate.text(post(body)));
  }

  /** Calls a tool whose upstream answers with this result. */
  JsonNode call(String tool, String arguments, String result) {
    gate.answer(CannedAnswer.json("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":" + result + "}"));
    return json(tool(tool, arguments));
  }

  static String tool(String tool, String arguments) {
    return request(1, "tools/call", "{\"name\":\"" + tool + "\",\"arguments\":" + arguments + "}");
  }

  static String request(int id, String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":%s}"
        .formatted(id, method, params);
  }

  /** The JSON messages of an event stream. */
  static List<JsonNode> messages(Answer answer) {
    List<JsonNode> messages = new ArrayList<>();
    for (String line : TestGate.text(answer).lines().toList()) {
      if (line.startsWith("data: ") && line.length() > 6) {
        messages.add(TestGate.json(line.substring(6)));
      }
    }
    return messages;
  }
}
