package org.portcullis.protocol.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.protocol.mcp.McpClient.request;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.CannedAnswer;
import org.portcullis.protocol.TestGate;

class McpTransportTest {

  private static final String PING = request(1, "ping", "{}");

  private static final String PONG = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}";

  private final McpClient client = McpClient.connected();

  @ParameterizedTest
  @DisplayName("2.25 takes JSON by its media type")
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON;charset=UTF-8",
        "application/json ; charset=\"utf-8\"",
        "application/json;a=b"
      })
  void takesJsonByItsMediaType(String type) {
    client.gate.answer(CannedAnswer.json(PONG));

    assertThat(client.set("content-type", type).post(PING).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @DisplayName("2.25 refuses what only contains the words of the media type")
  @ValueSource(
      strings = {
        "text/plain; a=application/json",
        "application/jsonp",
        "application/json;charset=utf-16",
        "application/json;charset",
        "application/problem+json",
        ""
      })
  void refusesOtherMediaTypes(String type) {
    assertThat(client.set("content-type", type).post(PING).status()).isEqualTo(415);
    assertThat(client.gate.sent).isEmpty();
  }

  @Test
  void refusesABodyWithoutAMediaType() {
    assertThat(client.drop("content-type").post(PING).status()).isEqualTo(415);
  }

  @Test
  void refusesEncodedBodies() {
    assertThat(client.set("content-encoding", "gzip").post(PING).status()).isEqualTo(415);
  }

  @ParameterizedTest
  @DisplayName("2.26 takes wildcards, qualities and JSON alone")
  @ValueSource(
      strings = {
        "*/*",
        "application/*",
        "application/json;q=0.9",
        "application/json",
        "text/html, application/json;q=0.1",
        "application/*;q=0.2, text/event-stream;q=1.0"
      })
  void takesAnAcceptThatCoversJson(String accept) {
    client.gate.answer(CannedAnswer.json(PONG));

    assertThat(client.set("accept", accept).post(PING).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/json;q=0", "text/event-stream"})
  void refusesAnAcceptWithoutJson(String accept) {
    assertThat(client.set("accept", accept).post(PING).status()).isEqualTo(406);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mcp-session-id", "mcp-protocol-version", "origin", "content-type"})
  void refusesHeadersThatAreGivenTwice(String name) {
    client.set(name, client.headers.containsKey(name) ? client.headers.get(name).get(0) : "x");

    assertThat(client.twice(name, "application/json").post(PING).status()).isEqualTo(400);
    assertThat(client.gate.sent).isEmpty();
  }

  @Test
  void refusesOriginsThatAreNotAllowed() {
    assertThat(client.set("origin", "https://evil.example").post(PING).status()).isEqualTo(403);
    assertThat(client.send("GET", "").status()).isEqualTo(403);
    assertThat(client.send("DELETE", "").status()).isEqualTo(403);
    assertThat(client.set("origin", "null").post(PING).status()).isEqualTo(403);
    assertThat(client.gate.sent).isEmpty();
  }

  @Test
  void takesAnAllowedOrigin() {
    client.gate.answer(CannedAnswer.json(PONG));

    assertThat(client.set("origin", TestGate.ORIGIN).post(PING).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "OPTIONS", "PUT", "PATCH", "TRACE"})
  void otherVerbsRunNothing(String verb) {
    Answer answer = client.send(verb, PING);

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.headers().only("allow")).contains("GET, POST, DELETE");
    assertThat(client.gate.sent).isEmpty();
  }

  @Test
  @DisplayName("1.05 and 1.25 no header of the client goes upstream")
  void onlyTheTransportsOwnHeadersGoUpstream() {
    client.gate.answer(CannedAnswer.json(PONG));

    client
        .set("x-userinfo", "root")
        .set("x-http-method-override", "DELETE")
        .set("cookie", "a=b")
        .post(PING);

    assertThat(client.gate.sent.get(0).headers().toString())
        .isEqualTo("[content-type, accept, mcp-session-id, mcp-protocol-version]");
    assertThat(client.gate.sent.get(0).headers().only("mcp-session-id")).contains("U-1");
  }
}
