package org.portcullis.upstream.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.portcullis.connection.Connection;
import org.portcullis.connection.Credential;
import org.portcullis.connection.ProtocolKind;
import org.portcullis.connection.Secret;
import org.portcullis.json.StrictJson;
import org.portcullis.protocol.Failure;
import org.portcullis.protocol.Headers;
import org.portcullis.protocol.OutboundRequest;
import org.portcullis.protocol.Upstream.Result;
import org.portcullis.protocol.UpstreamAnswer;
import org.portcullis.protocol.UpstreamReadFailed;
import org.portcullis.settings.web.GateSettings.UpstreamSettings;

@Timeout(30)
class HttpUpstreamTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final int LIMIT = 10_000;

  private final AtomicLong now = new AtomicLong();
  private final Deadlines deadlines = new Deadlines(now::get);
  private final UpstreamSettings settings =
      new UpstreamSettings(
          Duration.ofSeconds(5), Duration.ofMillis(500), Duration.ofSeconds(5), LIMIT, 8);
  private final CloseableHttpClient client = Clients.client(settings);
  private final WaitingCalls waiting = new WaitingCalls();
  private final HttpUpstream upstream = new HttpUpstream(client, deadlines, waiting, settings);

  @AfterEach
  void close() {
    client.close(CloseMode.IMMEDIATE);
  }

  @Test
  void sendsTheGatesOwnCredentialAndNothingOfTheCallers() throws Exception {
    try (RawServer server = RawServer.answering(OK)) {
      Headers headers =
          Headers.of(
              Map.of(
                  "Authorization", List.of("Bearer of-the-caller"),
                  "Cookie", List.of("a=b"),
                  "X-Forwarded-User", List.of("root"),
                  "X-Userinfo", List.of("eyJ9"),
                  "Host", List.of("elsewhere.example"),
                  "Connection", List.of("close"),
                  "Accept-Encoding", List.of("br"),
                  "Accept", List.of("application/json")));
      Credential credential = new Credential.Bearer(new Secret("of-the-gate"));

      Result result = upstream.send(connection(server, credential), get(server, headers));

      assertThat(text(result)).isEqualTo("ok");
      assertThat(server.head())
          .contains("authorization: bearer of-the-gate\r\n")
          .contains("host: 127.0.0.1:")
          .contains("accept: application/json\r\n")
          .contains("accept-encoding: identity\r\n")
          .doesNotContain("of-the-caller")
          .doesNotContain("cookie")
          .doesNotContain("x-forwarded")
          .doesNotContain("x-userinfo")
          .doesNotContain("elsewhere");
    }
  }

  @Test
  void replacesAHeaderThatCarriesTheCredential() throws Exception {
    try (RawServer server = RawServer.answering(OK)) {
      Credential credential = new Credential.Header("X-Api-Key", new Secret("of-the-gate"));

      upstream.send(
          connection(server, credential), get(server, Headers.of("x-api-key", "of-the-caller")));

      assertThat(server.head())
          .contains("x-api-key: of-the-gate\r\n")
          .doesNotContain("of-the-caller");
    }
  }

  @Test
  void sendsTheBodyAndThePathAsTheyAre() throws Exception {
    try (RawServer server = RawServer.answering(OK)) {
      OutboundRequest request =
          new OutboundRequest(
              "POST",
              server.url("/a%20b/c%2Cd?q=%7E&r=1"),
              Headers.of("content-type", "application/json"),
              "{\"a\":1}".getBytes(UTF_8),
              false);

      upstream.send(connection(server, new Credential.None()), request);

      assertThat(server.head())
          .startsWith("post /a%20b/c%2cd?q=%7e&r=1 http/1.1\r\n")
          .contains("content-type: application/json\r\n")
          .contains("content-length: 7\r\n")
          .doesNotContain("upgrade");
      assertThat(server.body()).isEqualTo("{\"a\":1}");
    }
  }

  @Test
  void saysThatNothingArrivedWhenNobodyListens() throws Exception {
    RawServer server = RawServer.answering(OK);
    server.close();

    Result result = send(server);

    assertThat(result).isEqualTo(new Result.Failed(Failure.UPSTREAM_UNREACHABLE, false));
  }

  @Test
  void refusesATargetOutsideTheConnection() throws Exception {
    try (RawServer server = RawServer.answering(OK)) {
      OutboundRequest request =
          new OutboundRequest(
              "GET", URI.create("http://127.0.0.2/"), Headers.NONE, new byte[0], false);

      Result result = upstream.send(connection(server, new Credential.None()), request);

      assertThat(result).isEqualTo(new Result.Failed(Failure.INTERNAL, false));
    }
  }

  @Test
  void givesUpAnAnswerThatDoesNotBegin() throws Exception {
    try (RawServer server = new RawServer((number, out, socket) -> {})) {
      assertThat(send(server)).isEqualTo(new Result.Failed(Failure.UPSTREAM_TIMEOUT, true));
    }
  }

  @Test
  void givesUpAStreamThatDoesNotBegin() throws Exception {
    try (RawServer server = new RawServer((number, out, socket) -> {})) {
      CompletableFuture<Result> result =
          CompletableFuture.supplyAsync(
              () -> upstream.send(connection(server, new Credential.None()), stream(server)));
      server.head();
      now.addAndGet(Duration.ofSeconds(1).toNanos());
      deadlines.tick();

      assertThat(result.get()).isEqualTo(new Result.Failed(Failure.UPSTREAM_TIMEOUT, true));
      assertThat(deadlines.size()).isZero();
    }
  }

  @Test
  void letsAStreamBeSilentOnceItHasBegun() throws Exception {
    String head = "HTTP/1.1 200 OK\r\nContent-Type: Text/Event-Stream; charset=utf-8\r\n\r\n";
    try (RawServer server = RawServer.answering(head)) {
      UpstreamAnswer answer =
          answer(upstream.send(connection(server, new Credential.None()), stream(server)));
      now.addAndGet(Duration.ofHours(5).toNanos());
      deadlines.tick();
      CompletableFuture<Integer> read = CompletableFuture.supplyAsync(() -> read(answer.body()));
      assertThat(read).isNotDone();

      answer.close();

      server.awaitGone();
      assertThat(read.get()).isEqualTo(-2);
    }
  }

  @Test
  void waitsForAListeningRequestUntilItsWaiterIsToldToStop() throws Exception {
    try (RawServer server = new RawServer((number, out, socket) -> {})) {
      OutboundRequest listen =
          new OutboundRequest(
              "GET", server.url("/"), Headers.of("accept", "text/event-stream"), new byte[0], true);
      CompletableFuture<Thread> waiter = new CompletableFuture<>();
      CompletableFuture<Result> result =
          CompletableFuture.supplyAsync(
              () -> {
                waiter.complete(Thread.currentThread());
                return upstream.send(connection(server, new Credential.None()), listen);
              });
      server.head();
      now.addAndGet(Duration.ofHours(1).toNanos());
      deadlines.tick();
      assertThat(result).isNotDone();

      waiting.end(waiter.get());

      assertThat(result.get()).isEqualTo(new Result.Failed(Failure.CLIENT_GONE, true));
      server.awaitGone();
    }
  }

  @Test
  void endsAWholeAnswerThatDrips() throws Exception {
    String head = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\na";
    try (RawServer server = RawServer.answering(head)) {
      UpstreamAnswer answer = answer(send(server));
      now.addAndGet(Duration.ofSeconds(6).toNanos());
      deadlines.tick();

      assertThatThrownBy(() -> answer.body().readAllBytes())
          .isInstanceOfSatisfying(
              UpstreamReadFailed.class,
              e -> assertThat(e.failure()).isEqualTo(Failure.UPSTREAM_TIMEOUT));
    }
  }

  @Test
  void noticesAnAnswerShorterThanItSays() throws Exception {
    breaksOff("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half\":");
  }

  @Test
  void noticesChunksThatBreakOff() throws Exception {
    breaksOff("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n");
  }

  @Test
  void noticesChunksThatAreNone() throws Exception {
    breaksOff("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabcde\r\n0\r\n\r\n");
  }

  @Test
  void doesNotHandTheRestOfALongerAnswerToTheNextCaller() throws Exception {
    String longer =
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
            + "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged";
    try (RawServer server =
        new RawServer(
            (number, out, socket) -> out.write((number == 1 ? longer : OK).getBytes(ISO_8859_1)))) {
      assertThat(text(send(server))).isEqualTo("ok");
      assertThat(text(send(server))).isEqualTo("ok");
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void usesAConnectionAgain() throws Exception {
    try (RawServer server = RawServer.answering(OK)) {
      text(send(server));
      text(send(server));

      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void readsGzip() throws Exception {
    try (RawServer server = gzipped("hello".getBytes(UTF_8))) {
      UpstreamAnswer answer = answer(send(server));

      assertThat(new String(answer.body().readAllBytes(), UTF_8)).isEqualTo("hello");
      assertThat(answer.headers().has("content-encoding")).isFalse();
    }
  }

  @Test
  void stopsAtTheLimitOfWhatGzipUnfoldsTo() throws Exception {
    try (RawServer server = gzipped(new byte[LIMIT * 20])) {
      fails(answer(send(server)), Failure.UPSTREAM_TOO_LARGE);
    }
  }

  @Test
  void stopsAtTheLimit() throws Exception {
    String body = "x".repeat(LIMIT + 1);
    try (RawServer server =
        RawServer.answering("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + body)) {
      fails(answer(send(server)), Failure.UPSTREAM_TOO_LARGE);
    }
  }

  @Test
  void refusesCodingsThatItCannotRead() throws Exception {
    try (RawServer server =
        RawServer.answering(
            "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 2\r\n\r\nok")) {
      assertThat(send(server)).isEqualTo(new Result.Failed(Failure.UPSTREAM_INVALID, true));
    }
  }

  @Test
  void takesGzipThatIsNoneForInvalid() throws Exception {
    try (RawServer server =
        RawServer.answering(
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nokok")) {
      fails(answer(send(server)), Failure.UPSTREAM_INVALID);
    }
  }

  @Test
  void takesWhatIsNoHttpForInvalid() throws Exception {
    try (RawServer server =
        new RawServer(
            (number, out, socket) -> {
              out.write("SSH-2.0-OpenSSH\r\n\r\n".getBytes(ISO_8859_1));
              out.flush();
              socket.close();
            })) {
      assertThat(send(server)).isInstanceOf(Result.Failed.class);
    }
  }

  @Test
  void followsNoRedirectAndKeepsNoCookie() throws Exception {
    try (RawServer server =
        RawServer.answering(
            String.join(
                "\r\n",
                "HTTP/1.1 302 Found",
                "Location: /elsewhere",
                "Set-Cookie: a=b",
                "Connection: x-secret",
                "X-Secret: 1",
                "Content-Length: 0",
                "",
                ""))) {
      UpstreamAnswer answer = answer(send(server));
      assertThat(answer.status()).isEqualTo(302);
      assertThat(answer.body().readAllBytes()).isEmpty();
      assertThat(answer.headers().has("set-cookie")).isFalse();
      assertThat(answer.headers().has("x-secret")).isFalse();
      assertThat(answer.headers().has("connection")).isFalse();
      server.head();

      send(server);

      assertThat(server.head()).startsWith("get / ").doesNotContain("cookie");
    }
  }

  private void breaksOff(String response) throws Exception {
    try (RawServer server =
        new RawServer(
            (number, out, socket) -> {
              out.write(response.getBytes(ISO_8859_1));
              out.flush();
              socket.close();
            })) {
      fails(answer(send(server)), Failure.UPSTREAM_BROKEN);
    }
  }

  private static void fails(UpstreamAnswer answer, Failure failure) {
    assertThatThrownBy(() -> answer.body().readAllBytes())
        .isInstanceOfSatisfying(
            UpstreamReadFailed.class, e -> assertThat(e.failure()).isEqualTo(failure));
  }

  private static RawServer gzipped(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    }
    String head =
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
            + packed.size()
            + "\r\n\r\n";
    return new RawServer(
        (number, out, socket) -> {
          out.write(head.getBytes(ISO_8859_1));
          out.write(packed.toByteArray());
        });
  }

  private Result send(RawServer server) {
    return upstream.send(connection(server, new Credential.None()), get(server, Headers.NONE));
  }

  private static OutboundRequest get(RawServer server, Headers headers) {
    return new OutboundRequest("GET", server.url("/"), headers, new byte[0], false);
  }

  private static OutboundRequest stream(RawServer server) {
    return new OutboundRequest("GET", server.url("/"), Headers.NONE, new byte[0], true);
  }

  private static Connection connection(RawServer server, Credential credential) {
    return new Connection(
        "test", ProtocolKind.REST, server.url("/"), credential, Map.of(), StrictJson.object());
  }

  private static UpstreamAnswer answer(Result result) {
    assertThat(result).isInstanceOf(Result.Answered.class);
    return ((Result.Answered) result).answer();
  }

  private static String text(Result result) throws IOException {
    try (UpstreamAnswer answer = answer(result)) {
      return new String(answer.body().readAllBytes(), UTF_8);
    }
  }

  /** The next byte, or -2 when there is none because the stream was closed. */
  private static int read(InputStream in) {
    try {
      return in.read();
    } catch (IOException e) {
      return -2;
    }
  }
}
