package org.portcullis.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.http.HttpResponse;
import org.portcullis.e2e.Http;

/** A client within a session, which writes its messages by hand. */
final class McpClient {

  private static final String ACCEPT = "application/json, text/event-stream";

  private final Agent agent;
  private final String path;
  private final String session;

  private McpClient(Agent agent, String path, String session) {
    this.agent = agent;
    this.path = path;
    this.session = session;
  }

  /** A session of the newest revision in which an early end of a stream is a fault. */
  static McpClient open(Agent agent, String connection) {
    return open(agent, connection, "2025-06-18");
  }

  /** A session of this revision. */
  static McpClient open(Agent agent, String connection, String version) {
    String path = "/gate/" + connection;
    Http.Reply reply = agent.with("Accept", ACCEPT).post(path, initialize(version));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    String session = reply.header("Mcp-Session-Id").orElseThrow();
    McpClient client = new McpClient(agent, path, session);
    assertThat(
            client.post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}").status())
        .isEqualTo(202);
    return client;
  }

  /** The handshake's first message. */
  static String initialize(String version) {
    return """
        {"jsonrpc": "2.0", "id": "init", "method": "initialize", "params": {
          "protocolVersion": "%s", "capabilities": {},
          "clientInfo": {"name": "faults", "version": "1"}}}
        """
        .formatted(version);
  }

  /** A call of a tool whose argument carries the test's marker. */
  static String call(String id, String tool, String marker) {
    return """
        {"jsonrpc": "2.0", "id": %s, "method": "tools/call", "params": {
          "name": "%s", "arguments": {"text": "%s"}}}
        """
        .formatted(id, tool, marker);
  }

  /** The session's id as the gate gave it out. */
  String session() {
    return session;
  }

  /** The client with the session's fields, for tests that add to them. */
  Agent agent() {
    return agent.with("Accept", ACCEPT).with("Mcp-Session-Id", session);
  }

  Http.Reply post(String json) {
    return agent().post(path, json);
  }

  /** The answer, which has to be JSON with status 200. */
  JsonNode answer(String json) {
    Http.Reply reply = post(json);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  /** The answer to a call as it comes. */
  HttpResponse<InputStream> stream(String json) {
    return agent().with("Content-Type", "application/json").open("POST", path, json);
  }

  /** The session's own stream. */
  HttpResponse<InputStream> listen() {
    return agent().open("GET", path, "");
  }
}
