package org.portcullis.e2e.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.e2e.Http;
import org.portcullis.e2e.faults.ScriptedUpstream.Script;

/** Whatever an MCP server does wrong, its caller gets an answer with the call's id, at once. */
class UpstreamE2E {

  private static final FaultsGate GATE = FaultsGate.shared();
  private static final String JSON = "application/json";
  private static final String BROKEN = "upstream-broken";
  private static final String INVALID = "upstream-invalid";

  private final String marker = FaultsGate.marker();
  private McpClient client;

  @BeforeEach
  void open() {
    client = McpClient.open(GATE.caller(), "tools");
    GATE.trail().restart();
  }

  static List<Arguments> faults() {
    String leak = Lies.LEAK;
    return List.of(
        arguments("closes without a word", Lies.silence(), BROKEN),
        arguments("never answers", Lies.slowness(), "upstream-timeout"),
        arguments("speaks something else", Lies.noise(), INVALID),
        arguments("announces more than comes", Lies.tooShort(), BROKEN),
        arguments("breaks off in a chunk", Lies.brokenChunk(), BROKEN),
        arguments("writes a chunk without a length", Lies.malformedChunk(), BROKEN),
        arguments("leaves the last chunk out", Lies.endlessChunks("{}"), BROKEN),
        arguments("says gzip and is not", Lies.noGzip(), INVALID),
        arguments("uses brotli", Lies.unknownCoding("br"), INVALID),
        arguments("uses gzip twice", Lies.unknownCoding("gzip, gzip"), INVALID),
        arguments("unfolds beyond the limit", Lies.bomb(), "upstream-too-large"),
        arguments("answers beyond the limit", Lies.flood(), "upstream-too-large"),
        arguments("answers 200 with nothing", Lies.answer(200, JSON, ""), INVALID),
        arguments("answers 202 to a request", Lies.answer(202, JSON, ""), INVALID),
        arguments("answers HTML", Lies.answer(200, "text/html", leak), INVALID),
        arguments("answers no JSON", Lies.answer(200, JSON, leak), INVALID),
        arguments(
            "answers no JSON-RPC", Lies.answer(200, JSON, "{\"x\":\"" + leak + "\"}"), INVALID),
        arguments("answers a scalar", Lies.answer(200, JSON, "\"" + leak + "\""), INVALID),
        arguments("answers with 500", Lies.answer(500, "text/html", leak), INVALID),
        arguments("answers with 401", Lies.answer(401, "text/plain", leak), INVALID),
        arguments("redirects", Lies.redirect(GATE.other().url() + "/mcp"), INVALID),
        arguments("answers somebody else", responses("\"other\"", 1), INVALID),
        arguments(
            "answers with result and error",
            Lies.answer(
                200,
                JSON,
                "{\"jsonrpc\":\"2.0\",\"id\":11,\"result\":{},\"error\":{\"code\":1,\"message\":\""
                    + leak
                    + "\"}}"),
            INVALID));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void answersWhenTheServer(String what, Script fault, String outcome) {
    GATE.tools().when(marker, fault);
    JsonNode answer = client.answer(McpClient.call("11", "echo", marker));
    assertThat(answer.get("id").toString()).isEqualTo("11");
    boolean isError = answer.has("error") || answer.at("/result/isError").asBoolean();
    assertThat(isError).as(answer.toString()).isTrue();
    assertThat(answer.toString())
        .doesNotContain(Lies.LEAK)
        .doesNotContain("127.0.0.1")
        .doesNotContain("Exception");
    assertFailed(outcome);
    assertThat(GATE.tools().received(marker)).as("sent once, never again").hasSize(1);
    assertThat(GATE.other().received(marker)).isEmpty();
  }

  @Test
  void answersWhenTheServerIsDown() {
    ScriptedUpstream upstream = new ScriptedUpstream(new ToolServer());
    GATE.connect("tools-down", "mcp", upstream.url() + "/mcp", "");
    McpClient fading = McpClient.open(GATE.caller(), "tools-down");
    upstream.close();
    JsonNode answer = fading.answer(McpClient.call("11", "echo", marker));
    assertThat(answer.get("id").asInt()).isEqualTo(11);
    assertThat(answer.at("/result/isError").asBoolean()).isTrue();
    assertThat(answer.toString()).doesNotContain("127.0.0.1");
    JsonNode event = GATE.trail().expect("failed");
    // A connection that the system took for the server before it closed is silent, not refused.
    assertThat(event.at("/detail/outcome").asText())
        .isIn("upstream-unreachable", BROKEN, "upstream-timeout");
  }

  @Test
  void answersAHandshakeWithAServerThatWasNeverThere() {
    GATE.connect("tools-gone", "mcp", "http://127.0.0.1:1/mcp", "");
    Http.Reply reply =
        GATE.caller()
            .with("Accept", "application/json, text/event-stream")
            .post("/gate/tools-gone", McpClient.initialize("2025-06-18"));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().get("id").asText()).isEqualTo("init");
    assertThat(reply.json().at("/error/code").asInt()).isEqualTo(-32603);
    assertThat(reply.header("Mcp-Session-Id")).isEmpty();
    assertFailed("upstream-unreachable");
  }

  @Test
  void renewsTheSessionWhenTheServerForgotIt() {
    GATE.tools().when(marker, Lies.answer(404, "text/plain", Lies.LEAK));
    Http.Reply reply = client.post(McpClient.call("11", "echo", marker));
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.json().at("/error/code").asInt()).isEqualTo(-32001);
    assertThat(reply.json().get("id").asInt()).isEqualTo(11);
    assertThat(client.post(McpClient.call("12", "echo", "later")).status()).isEqualTo(404);
  }

  @Test
  void passesOnOneAnswerOnly() {
    GATE.tools().when(marker, responses("11", 2));
    JsonNode answer = client.answer(McpClient.call("11", "echo", marker));
    assertThat(answer.isObject()).isTrue();
    assertThat(answer.at("/result/content/0/text").asText()).isEqualTo("answer 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "11"})
  void findsTheRequestOfAnAnswerWhoseIdChangedItsType(String id) {
    GATE.tools().when(marker, responses("\"" + id + "\"", 1));
    JsonNode answer = client.answer(McpClient.call(id, "echo", marker));
    assertThat(answer.get("id").toString()).isEqualTo(id);
    assertThat(answer.at("/result/content/0/text").asText()).isEqualTo("answer 1");
  }

  @Test
  void keepsWhatCameTooMuchFromTheNextCaller() {
    GATE.tools()
        .when(
            marker,
            (request, peer) -> {
              byte[] body = ToolServer.answerTo(request).getBytes(UTF_8);
              peer.answer(200, JSON, body, "");
              peer.send(
                  "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 64\r\n\r\n"
                      + "{\"jsonrpc\":\"2.0\",\"id\":12,\"result\":{\"planted\":true,\"x\":\"1234567\"}}");
            });
    assertThat(client.answer(McpClient.call("11", "echo", marker)).has("result")).isTrue();
    McpClient bob = McpClient.open(GATE.agent("bob", "support"), "tools");
    JsonNode answer = bob.answer(McpClient.call("12", "echo", marker + "x"));
    assertThat(answer.toString()).contains("ran echo").doesNotContain("planted");
  }

  @Test
  void decodesAnAnswerThatNobodyAskedToBeCoded() {
    GATE.tools()
        .when(
            marker,
            (request, peer) ->
                peer.answer(
                    200,
                    JSON,
                    Lies.gzip(ToolServer.answerTo(request)),
                    "Content-Encoding: gzip\r\n"));
    Http.Reply reply = client.post(McpClient.call("11", "echo", marker));
    assertThat(reply.header("Content-Encoding")).isEmpty();
    assertThat(reply.json().at("/result/content/0/text").asText()).isEqualTo("ran echo");
    assertThat(GATE.tools().received(marker).get(0).field("accept-encoding")).contains("identity");
  }

  @Test
  void takesNullForAbsentStructuredContent() {
    GATE.tools()
        .when(
            marker,
            Lies.answer(
                200,
                JSON,
                "{\"jsonrpc\":\"2.0\",\"id\":11,\"result\":{\"content\":[{\"type\":\"text\",\"text\":\"x\"}],"
                    + "\"structuredContent\":null}}"));
    JsonNode answer = client.answer(McpClient.call("11", "echo", marker));
    assertThat(answer.at("/result/content/0/text").asText()).isEqualTo("x");
    assertThat(answer.get("result").has("structuredContent")).isFalse();
  }

  @Test
  void passesTheServersOwnErrorWithItsCode() {
    GATE.tools()
        .when(
            marker,
            Lies.answer(
                400,
                JSON,
                "{\"jsonrpc\":\"2.0\",\"id\":11,\"error\":{\"code\":-32050,\"message\":\"of ann@example.org\"}}"));
    JsonNode answer = client.answer(McpClient.call("11", "echo", marker));
    assertThat(answer.at("/error/code").asInt()).isEqualTo(-32050);
    assertThat(answer.toString()).doesNotContain("ann@example.org");
    JsonNode event = GATE.trail().expect("answered");
    assertThat(event.toString()).doesNotContain("ann@example.org");
  }

  private void assertFailed(String outcome) {
    JsonNode event = GATE.trail().expect("failed");
    assertThat(event.at("/detail/outcome").asText()).isEqualTo(outcome);
    assertThat(GATE.trail().events().toString()).doesNotContain(Lies.LEAK);
    assertThat(GATE.trail().events("decided")).isNotEmpty();
  }

  /** This many answers to an id, in one array when there is more than one. */
  private static Script responses(String id, int count) {
    StringBuilder all = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      all.append(i == 1 ? "" : ",")
          .append(
              "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":{\"content\":[{\"type\":\"text\",\"text\":\"answer %d\"}]}}"
                  .formatted(id, i));
    }
    return Lies.answer(200, JSON, count == 1 ? all.toString() : "[" + all + "]");
  }
}
