package org.portcullis.e2e.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.portcullis.e2e.faults.ScriptedUpstream.Script;

/** Streams: each event as it comes, an end that nobody takes for an answer, and no call left on. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class StreamE2E {

  private static final FaultsGate GATE = FaultsGate.shared();
  private static final long PATIENCE_SECONDS = 30;
  private static final String PROGRESS =
      "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{\"progressToken\":\"p\",\"progress\":%d}}";
  private static final String RESULT =
      "{\"jsonrpc\":\"2.0\",\"id\":21,\"result\":{\"content\":[{\"type\":\"text\",\"text\":\"%s\"}]}}";

  private final String marker = FaultsGate.marker();
  private McpClient client;

  @BeforeEach
  void open() {
    client = McpClient.open(GATE.caller(), "tools");
    GATE.trail().restart();
  }

  /** The upstream sends the second event only when the client has the first: nobody buffers. */
  @Test
  void eventsArriveOneByOne() throws IOException {
    CountDownLatch seen = new CountDownLatch(1);
    GATE.tools()
        .when(
            marker,
            (request, peer) -> {
              peer.beginEvents();
              peer.event(PROGRESS.formatted(1));
              awaitUnbroken(seen);
              peer.event(RESULT.formatted("done"));
              peer.close();
            });
    HttpResponse<InputStream> answer = client.stream(McpClient.call("21", "echo", marker));
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/event-stream");
    try (Events events = new Events(answer)) {
      assertThat(events.next().at("/params/progress").asInt()).isEqualTo(1);
      seen.countDown();
      assertThat(events.next().at("/result/content/0/text").asText()).isEqualTo("done");
      assertThat(events.next().isMissingNode()).isTrue();
    }
    assertThat(GATE.trail().expect("answered").at("/detail/outcome").asText())
        .isEqualTo("succeeded");
  }

  @Test
  void eventsOfAPlainServiceArriveOneByOneToo() throws IOException {
    CountDownLatch seen = new CountDownLatch(1);
    GATE.runs()
        .when(
            marker,
            (request, peer) -> {
              peer.beginEvents();
              peer.event("{\"n\":1}");
              awaitUnbroken(seen);
              peer.event("{\"n\":2}");
              peer.close();
            });
    HttpResponse<InputStream> answer =
        GATE.caller()
            .with("Accept", "text/event-stream")
            .open("GET", "/gate/runs/items/" + marker, "");
    try (Events events = new Events(answer)) {
      assertThat(events.next().get("n").asInt()).isEqualTo(1);
      seen.countDown();
      assertThat(events.next().get("n").asInt()).isEqualTo(2);
    }
  }

  @Test
  void aListenerIsConnectedBeforeAnythingHappens() throws IOException {
    CountDownLatch connected = new CountDownLatch(1);
    ToolServer tools = new ToolServer();
    Script script =
        (request, peer) -> {
          if (!request.verb().equals("GET")) {
            tools.answer(request, peer);
            return;
          }
          peer.beginEvents();
          awaitUnbroken(connected);
          peer.event("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tools/list_changed\"}");
          peer.awaitEnd();
        };
    try (ScriptedUpstream upstream = new ScriptedUpstream(script)) {
      GATE.connect("tools-talk", "mcp", upstream.url() + "/mcp", "");
      HttpResponse<InputStream> answer = McpClient.open(GATE.caller(), "tools-talk").listen();
      assertThat(answer.statusCode()).isEqualTo(200);
      connected.countDown();
      try (Events events = new Events(answer)) {
        assertThat(events.next().get("method").asText())
            .isEqualTo("notifications/tools/list_changed");
      }
    }
  }

  @Test
  void aClientThatLeavesEndsTheUpstreamCall() throws IOException, InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    GATE.tools()
        .when(
            marker,
            (request, peer) -> {
              peer.beginEvents();
              peer.event(PROGRESS.formatted(1));
              peer.awaitEnd();
              ended.countDown();
            });
    HttpResponse<InputStream> answer = client.stream(McpClient.call("21", "echo", marker));
    Events events = new Events(answer);
    events.next();
    events.close();
    assertThat(ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(GATE.trail().expect("failed").at("/detail/outcome").asText())
        .isEqualTo("client-gone");
  }

  static List<Arguments> brokenStreams() {
    String leak = Lies.LEAK;
    return List.of(
        arguments("ends before the answer", "data: " + PROGRESS.formatted(1) + "\n\n", "broken"),
        arguments("ends at once", "", "broken"),
        arguments("sends no JSON", "data: {" + leak + "\n\n", "invalid"),
        arguments("sends no JSON-RPC", "data: {\"x\":\"" + leak + "\"}\n\n", "invalid"),
        arguments("ends within an event", "data: " + RESULT.formatted(leak) + "\n", "broken"),
        arguments("sends no fields", leak + "\n\n" + leak + "\n\n", "broken"),
        arguments("sends an event over the limit", "data: " + "a".repeat(70_000), "too-large"),
        arguments("answers somebody else", answerTo("99", leak), "broken"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenStreams")
  void tellsTheCallerWhenAStream(String what, String bytes, String outcome) throws IOException {
    GATE.tools().when(marker, stream(bytes.getBytes(UTF_8)));
    JsonNode last = Events.last(client.stream(McpClient.call("21", "echo", marker)));
    assertThat(last.get("id").asInt()).isEqualTo(21);
    assertThat(last.at("/error/code").asInt()).isEqualTo(-32603);
    assertThat(last.toString()).doesNotContain(Lies.LEAK);
    assertThat(GATE.trail().expect("failed").at("/detail/outcome").asText())
        .isEqualTo("upstream-" + outcome);
    assertThat(GATE.trail().events().toString()).doesNotContain(Lies.LEAK);
  }

  @Test
  void tellsTheCallerWhenAStreamIsNoText() throws IOException {
    byte[] bytes = ("data: " + RESULT.formatted("?") + "\n\n").getBytes(UTF_8);
    bytes[bytes.length - 10] = (byte) 0xFF;
    GATE.tools().when(marker, stream(bytes));
    JsonNode last = Events.last(client.stream(McpClient.call("21", "echo", marker)));
    assertThat(last.at("/error/code").asInt()).isEqualTo(-32603);
  }

  static List<Arguments> rightStreams() {
    String result = RESULT.formatted("fine");
    return List.of(
        arguments("carriage returns", "data: " + result + "\r\n\r\n"),
        arguments("single returns", "data: " + result + "\r\r"),
        arguments("no space", "data:" + result + "\n\n"),
        arguments("a named event", "event: message\ndata: " + result + "\n\n"),
        arguments("comments", ": ping\n\n: ping\n\ndata: " + result + "\n\n"),
        arguments(
            "several lines",
            "data: " + result.replace(",\"result\"", "\ndata: ,\"result\"") + "\n\n"),
        arguments("a byte order mark", "\uFEFFdata: " + result + "\n\n"),
        arguments("two answers", "data: " + result + "\n\n" + answerTo("21", Lies.LEAK)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rightStreams")
  void understandsAStreamWith(String what, String bytes) throws IOException {
    GATE.tools().when(marker, stream(bytes.getBytes(UTF_8)));
    HttpResponse<InputStream> answer = client.stream(McpClient.call("21", "echo", marker));
    List<JsonNode> messages = Events.all(answer);
    assertThat(messages).hasSize(1);
    assertThat(messages.get(0).at("/result/content/0/text").asText()).isEqualTo("fine");
  }

  @Test
  void endsABrokenStreamOfAPlainServiceWithAnError() throws IOException {
    GATE.runs()
        .when(
            marker,
            (request, peer) -> {
              peer.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n");
              peer.send("Transfer-Encoding: chunked\r\n\r\n9\r\ndata: 1\n\n\r\nff\r\n");
              peer.close();
            });
    HttpResponse<InputStream> answer =
        GATE.caller()
            .with("Accept", "text/event-stream")
            .open("GET", "/gate/runs/items/" + marker, "");
    String text = new String(answer.body().readAllBytes(), UTF_8);
    assertThat(text).contains("data: 1").contains("event: error").doesNotContain("[DONE]");
    assertThat(GATE.trail().expect("failed").at("/detail/outcome").asText())
        .isEqualTo("upstream-broken");
  }

  private static Script stream(byte[] bytes) {
    return (request, peer) -> {
      peer.beginEvents();
      peer.send(bytes);
      peer.close();
    };
  }

  private static String answerTo(String id, String text) {
    return "data: " + RESULT.replace("21", id).formatted(text) + "\n\n";
  }

  private static void awaitUnbroken(CountDownLatch latch) {
    assertThatCode(() -> assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue())
        .doesNotThrowAnyException();
  }
}
