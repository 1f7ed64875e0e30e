package org.portcullis.e2e.faults;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.e2e.Http;

/** A body that is too large, is no JSON, or could be read in two ways goes nowhere. */
class BodyE2E {

  private static final FaultsGate GATE = FaultsGate.shared();
  private static final int LIMIT = 4 * 1024 * 1024;
  private static final String MARK = "MARKER";

  private final String marker = FaultsGate.marker();

  @BeforeEach
  void restartTrail() {
    GATE.trail().restart();
  }

  /** Each is a call of a tool that would be allowed, if it were not for its spelling. */
  static List<Arguments> unreadable() {
    String good = McpClient.call("5", "echo", MARK).strip();
    return List.of(
        arguments("cut off", good.substring(0, good.length() - 2), -32700),
        arguments("single quotes", good.replace('"', '\''), -32700),
        arguments("a comment", "/* x */" + good, -32700),
        arguments("trailing bytes", good + " x", -32700),
        arguments("a second message", good + good, -32700),
        arguments("a trailing comma", good.replace("}}}", "},}}"), -32700),
        arguments("a byte order mark", "\uFEFF" + good, -32700),
        arguments("NaN", good.replace("\"" + MARK + "\"", "NaN"), -32700),
        arguments("a bare control character", good.replace(MARK, MARK + "\n"), -32700),
        arguments("a key twice", good.replace("{\"text\"", "{\"text\":1,\"text\""), -32600),
        arguments("the name twice", good.replace("\"name\"", "\"name\":\"wipe\",\"name\""), -32600),
        arguments(
            "the name twice, once escaped",
            good.replace("\"name\"", "\"n\\u0061me\":\"wipe\",\"name\""),
            -32600),
        arguments(
            "keys that differ in case",
            good.replace("\"name\"", "\"Name\":\"wipe\",\"name\""),
            -32600),
        arguments(
            "keys that differ in case, deep inside",
            good.replace("{\"text\"", "{\"TEXT\":1,\"text\""),
            -32600),
        arguments("a number out of range", good.replace("\"" + MARK + "\"", "1e400"), -32600),
        arguments("deep nesting", good.replace("\"" + MARK + "\"", nested(200)), -32600),
        arguments("a scalar", "42", -32600),
        arguments("a text", "\"" + MARK + "\"", -32600));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unreadable")
  void refusesAnUnreadableMessage(String what, String body, int code) {
    McpClient client = McpClient.open(GATE.caller(), "tools");
    Http.Reply reply = client.post(body.replace(MARK, marker));
    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.json().get("jsonrpc").asText()).isEqualTo("2.0");
    assertThat(reply.json().at("/error/code").asInt()).isEqualTo(code);
    assertThat(reply.json().get("id").isNull()).isTrue();
    assertThat(reply.text()).doesNotContain(marker);
    assertRefused("alice");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unreadable")
  void refusesAnUnreadableRestBody(String what, String body, int code) {
    String type = "application/json";
    Http.Reply reply =
        GATE.caller()
            .with("Content-Type", type)
            .send("POST", "/gate/runs/runs", body.replace(MARK, marker).getBytes(UTF_8));
    assertThat(reply.status()).as(reply.text()).isBetween(400, 422);
    assertProblem(reply);
    assertThat(reply.text()).doesNotContain(marker);
    assertRefused("alice");
    assertThat(GATE.runs().received(marker)).isEmpty();
  }

  @Test
  void refusesOtherEncodingsOfTexts() {
    McpClient client = McpClient.open(GATE.caller(), "tools");
    String good = McpClient.call("5", "echo", marker);
    for (byte[] body : new byte[][] {good.getBytes(UTF_16), invalidUtf8(good)}) {
      Http.Reply reply = json(client.agent()).send("POST", "/gate/tools", body);
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.json().at("/error/code").asInt()).isEqualTo(-32700);
    }
    assertRefused("alice");
  }

  @Test
  void refusesAnEmptyBody() {
    McpClient client = McpClient.open(GATE.caller(), "tools");
    Http.Reply reply = json(client.agent()).send("POST", "/gate/tools", new byte[0]);
    assertThat(reply.status()).isEqualTo(400);
    assertRefused("alice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "identity, gzip", "x-unknown"})
  void refusesACodedBody(String coding) {
    for (String path : new String[] {"/gate/tools", "/gate/runs/items"}) {
      Http.Reply reply =
          json(GATE.caller())
              .with("Content-Encoding", coding)
              .send("POST", path, Lies.gzip(McpClient.call("5", "echo", marker)));
      assertThat(reply.status()).as(path).isEqualTo(415);
      assertProblem(reply);
    }
    assertRefused("alice");
    assertThat(GATE.runs().received(marker)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "text/plain; a=application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=utf-16",
        "application/jsonx"
      })
  void refusesOtherMediaTypes(String type) {
    byte[] body = McpClient.call("5", "echo", marker).getBytes(UTF_8);
    McpClient client = McpClient.open(GATE.caller(), "tools");
    Http.Reply mcp = client.agent().with("Content-Type", type).send("POST", "/gate/tools", body);
    assertThat(mcp.status()).isEqualTo(415);
    assertThat(mcp.json().at("/error/code").asInt()).isEqualTo(-32600);
    Http.Reply rest =
        GATE.caller().with("Content-Type", type).send("POST", "/gate/runs/items", body);
    assertThat(rest.status()).isEqualTo(415);
    assertProblem(rest);
    assertRefused("alice");
    assertThat(GATE.runs().received(marker)).isEmpty();
  }

  @Test
  void takesAnySpellingOfTheRightMediaType() {
    McpClient client = McpClient.open(GATE.caller(), "tools");
    Http.Reply reply =
        client
            .agent()
            .with("Content-Type", "Application/JSON;charset=UTF-8")
            .send("POST", "/gate/tools", McpClient.call("5", "echo", marker).getBytes(UTF_8));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(GATE.tools().received(marker)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/gate/tools", "/gate/runs/items", "/gate/nothing"})
  void refusesABodyOverTheLimit(String path) {
    byte[] body = sized(LIMIT + 1);
    Http.Reply told = json(GATE.caller()).send("POST", path, body);
    assertThat(told.status()).isEqualTo(413);
    assertProblem(told);
    Http.Reply untold =
        json(GATE.caller()).sendWithoutLength("POST", path, new ByteArrayInputStream(body));
    assertThat(untold.status()).isEqualTo(413);
    assertProblem(untold);
    assertThat(GATE.trail().events("refused"))
        .hasSize(2)
        .allMatch(event -> event.at("/detail/reason").asText().equals("body over the limit"));
    assertThat(GATE.tools().received(marker)).isEmpty();
    assertThat(GATE.runs().received(marker)).isEmpty();
  }

  @Test
  void takesABodyAtTheLimit() {
    Http.Reply reply = json(GATE.caller()).send("POST", "/gate/runs/items", sized(LIMIT));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(GATE.runs().received(marker)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/policy", "/api/v1/connections/large"})
  void refusesALargeBodyOfTheApiToo(String path) {
    Http.Reply reply =
        GATE.agent("root", "platform")
            .with("Content-Type", path.endsWith("policy") ? "application/yaml" : "application/json")
            .send("PUT", path, sized(LIMIT + 1));
    assertThat(reply.status()).isEqualTo(413);
    assertProblem(reply);
  }

  private void assertRefused(String subject) {
    JsonNode event = GATE.trail().expect("refused");
    assertThat(event.get("subject").asText()).isEqualTo(subject);
    assertThat(event.get("decision").asText()).isEqualTo("block");
    assertThat(GATE.trail().events().toString()).doesNotContain(marker);
    assertThat(GATE.tools().received(marker)).isEmpty();
  }

  private static void assertProblem(Http.Reply reply) {
    assertThat(reply.header("Content-Type")).contains("application/problem+json");
    assertThat(reply.json().get("status").asInt()).isEqualTo(reply.status());
  }

  private static Agent json(Agent agent) {
    return agent.with("Content-Type", "application/json");
  }

  private byte[] sized(int bytes) {
    String begin = "{\"marker\":\"" + marker + "\",\"text\":\"";
    return (begin + "a".repeat(bytes - begin.length() - 2) + "\"}").getBytes(UTF_8);
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  private static byte[] invalidUtf8(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    bytes[text.indexOf("echo")] = (byte) 0xC3;
    return bytes;
  }
}
