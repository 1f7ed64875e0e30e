package org.portcullis.protocol.rest;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portcullis.connection.ProtocolKind;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.Headers;
import org.portcullis.protocol.InboundRequest;
import org.portcullis.protocol.TestGate;

/** A client of a REST connection in tests. */
final class RestClient {

  static final String SETTINGS =
      "{\"operations\":[{\"method\":\"GET\",\"path\":\"/customers/{id}\"},"
          + "{\"method\":\"DELETE\",\"path\":\"/customers/{id}\"},"
          + "{\"method\":\"PUT\",\"path\":\"/customers/{id}\"},"
          + "{\"method\":\"GET\",\"path\":\"/\"},"
          + "{\"method\":\"POST\",\"path\":\"/run\",\"commands\":{\"name\":\"/tool/name\","
          + "\"arguments\":\"/tool/input\"}},"
          + "{\"method\":\"POST\",\"path\":\"/runs\",\"commands\":{\"each\":\"/steps\",\"name\":"
          + "\"/action\",\"arguments\":\"/action_input\"}}]}";

  final TestGate gate = new TestGate();
  final Map<String, List<String>> headers = new LinkedHashMap<>();

  RestClient() {
    this("http://Desk.internal:9180/api/");
  }

  RestClient(String url) {
    gate.connect("crm", ProtocolKind.REST, url, TestGate.json(SETTINGS));
    set("content-type", "application/json");
  }

  RestClient set(String name, String value) {
    headers.put(name, List.of(value));
    return this;
  }

  Answer send(String verb, String path, String query, String body) {
    return gate.run(
        "alice",
        "crm",
        new InboundRequest(
            verb, path, query, Headers.of(headers), body.getBytes(StandardCharsets.UTF_8)));
  }

  Answer get(String path, String query) {
    return send("GET", path, query, "");
  }

  Answer post(String path, String body) {
    return send("POST", path, "", body);
  }

  /** Where the last request went. */
  String target() {
    return gate.sent.get(gate.sent.size() - 1).target().toString();
  }
}
