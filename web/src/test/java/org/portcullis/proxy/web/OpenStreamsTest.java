package org.portcullis.proxy.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.portcullis.connection.Connection;
import org.portcullis.identity.Caller;
import org.portcullis.identity.CallerId;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.Headers;
import org.portcullis.protocol.Problem;
import org.portcullis.session.Session;
import org.portcullis.session.Sessions;
import org.portcullis.settings.web.GateSettings.StreamSettings;

@Timeout(20)
class OpenStreamsTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final String SESSION = "S-1";

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final Set<String> openSessions = ConcurrentHashMap.newKeySet();
  private final Set<Thread> endedWaits = ConcurrentHashMap.newKeySet();
  private final AtomicInteger aborts = new AtomicInteger();
  private final FakeResponse client = new FakeResponse();
  private final OpenStreams streams =
      new OpenStreams(
          new OpenSessions(),
          endedWaits::add,
          new StreamSettings(1000, 2, 1, Duration.ofSeconds(5)),
          now::get);

  OpenStreamsTest() {
    openSessions.add(SESSION);
  }

  @Test
  void sendsEachPieceAtOnceUnderTheAnswersOwnHead() {
    streams.write(
        answer(
            sink -> {
              sink.send("data: 1\n\n".getBytes(UTF_8));
              assertThat(client.text()).isEqualTo("data: 1\n\n");
              sink.send("data: 2\n\n".getBytes(UTF_8));
            }),
        client.response(),
        Instant.MAX);

    assertThat(client.text()).isEqualTo("data: 1\n\ndata: 2\n\n");
    assertThat(client.status()).isEqualTo(200);
    assertThat(client.field("content-type")).isEqualTo("text/event-stream");
    assertThat(client.field("x-accel-buffering")).isEqualTo("no");
    assertThat(client.field("cache-control")).isEqualTo("no-cache, no-transform");
    assertThat(client.field("transfer-encoding")).isEmpty();
    assertThat(streams.size()).isZero();
  }

  @Test
  void breaksALongSilenceWithAComment() {
    streams.write(
        answer(
            sink -> {
              sink.send("data: 1\n\n".getBytes(UTF_8));
              after(Duration.ofSeconds(4));
              assertThat(client.text()).isEqualTo("data: 1\n\n");
              after(Duration.ofSeconds(2));
            }),
        client.response(),
        Instant.MAX);

    assertThat(client.text()).isEqualTo("data: 1\n\n: alive\n\n");
  }

  @Test
  void sendsNoCommentIntoAnEvent() {
    streams.write(
        answer(
            sink -> {
              sink.send("data: half".getBytes(UTF_8));
              after(Duration.ofSeconds(6));
              sink.send("\n\n".getBytes(UTF_8));
            }),
        client.response(),
        Instant.MAX);

    assertThat(client.text()).isEqualTo("data: half\n\n");
  }

  @Test
  void sendsNoCommentIntoWhatIsNoEventStream() {
    streams.write(
        new Answer.Streamed(
            200,
            Headers.of("content-type", "application/x-ndjson"),
            sink -> after(Duration.ofSeconds(6)),
            SESSION,
            aborts::incrementAndGet),
        client.response(),
        Instant.MAX);

    assertThat(client.text()).isEmpty();
  }

  @Test
  void closesTheUpstreamWhenTheClientIsGone() {
    streams.write(
        answer(
            sink -> {
              client.leave();
              after(Duration.ofSeconds(6));
              assertThat(aborts).hasValue(1);
              assertThatSendingFails(sink);
            }),
        client.response(),
        Instant.MAX);
  }

  @Test
  void endsWithItsSession() {
    streams.write(
        answer(
            sink -> {
              openSessions.clear();
              after(Duration.ofSeconds(1));
              assertThat(aborts).hasValue(1);
              assertThatSendingFails(sink);
            }),
        client.response(),
        Instant.MAX);

    assertThat(client.text()).isEmpty();
  }

  @Test
  void endsWhenItHasTo() {
    streams.write(
        answer(
            sink -> {
              after(Duration.ofMinutes(1));
              assertThat(aborts).hasValue(1);
              assertThatSendingFails(sink);
            }),
        client.response(),
        START.plus(Duration.ofMinutes(1)));
  }

  @Test
  void endsWithoutWaitingForAClientThatTakesNothing() throws Exception {
    CountDownLatch stuck = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    streams.write(
        answer(
            sink -> {
              Thread keeper =
                  new Thread(
                      () -> {
                        now.updateAndGet(before -> before.plusSeconds(6));
                        client.takeNothing(stuck, released);
                        streams.keepAlive();
                      });
              keeper.start();
              awaited(stuck);
              openSessions.clear();
              streams.endOver();
              assertThat(aborts).hasValue(1);
              released.countDown();
              joined(keeper);
            }),
        client.response(),
        Instant.MAX);
  }

  @Test
  void endsAListeningStreamWithItsCallersToken() {
    Optional<Answer.Whole> left =
        streams.listen(
            caller(),
            SESSION,
            client.response(),
            () ->
                answer(
                    sink -> {
                      after(Duration.ofMinutes(59));
                      assertThat(aborts).hasValue(0);
                      after(Duration.ofMinutes(1));
                      assertThat(aborts).hasValue(1);
                      assertThatSendingFails(sink);
                    }));

    assertThat(left).isEmpty();
  }

  @Test
  void tellsAClientThatItListensWhenTheUpstreamSaysNothing() {
    streams.listen(
        caller(),
        SESSION,
        client.response(),
        () -> {
          after(Duration.ofSeconds(1));
          assertThat(client.status()).isEqualTo(200);
          assertThat(client.field("content-type")).isEqualTo("text/event-stream");
          return answer(sink -> sink.send("data: 1\n\n".getBytes(UTF_8)));
        });

    assertThat(client.text()).isEqualTo("data: 1\n\n");
  }

  @Test
  void endsTheWaitWhenTheListeningClientIsGone() {
    Optional<Answer.Whole> left =
        streams.listen(
            caller(),
            SESSION,
            client.response(),
            () -> {
              after(Duration.ofSeconds(1));
              client.leave();
              after(Duration.ofSeconds(6));
              assertThat(endedWaits).contains(Thread.currentThread());
              return Problem.answer(502, "Gone", "Gone.");
            });

    assertThat(left).isEmpty();
  }

  @Test
  void leavesAnEarlyRefusalToTheCaller() {
    Optional<Answer.Whole> left =
        streams.listen(
            caller(), SESSION, client.response(), () -> Problem.answer(404, "None", "None."));

    assertThat(left).hasValueSatisfying(answer -> assertThat(answer.status()).isEqualTo(404));
    assertThat(client.status()).isZero();
    assertThat(streams.size()).isZero();
  }

  @Test
  void neverTouchesAResponseThatWasGivenBack() throws Exception {
    CompletableFuture<Answer.Sink> kept = new CompletableFuture<>();
    streams.write(answer(kept::complete), client.response(), Instant.MAX);

    assertThatSendingFails(kept.get());
    after(Duration.ofMinutes(1));

    assertThat(client.text()).isEmpty();
  }

  @Test
  void limitsListeningStreamsOfOneCallerAndOfAll() {
    CallerId first = new CallerId("issuer", "first", "agent");
    CallerId second = new CallerId("issuer", "second", "agent");
    CallerId third = new CallerId("issuer", "third", "agent");

    assertThat(streams.enter(first)).isTrue();
    assertThat(streams.enter(first)).isFalse();
    assertThat(streams.enter(second)).isTrue();
    assertThat(streams.enter(third)).isFalse();
    streams.leave(first);
    assertThat(streams.enter(third)).isTrue();
  }

  private void after(Duration time) {
    now.updateAndGet(before -> before.plus(time));
    streams.endOver();
    streams.keepAlive();
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void joined(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertThatSendingFails(Answer.Sink sink) {
    boolean failed = false;
    try {
      sink.send("data: late\n\n".getBytes(UTF_8));
    } catch (IOException e) {
      failed = true;
    }
    assertThat(failed).isTrue();
  }

  private Answer.Streamed answer(Answer.Body body) {
    Headers headers =
        Headers.of("content-type", "text/event-stream").with("transfer-encoding", "chunked");
    return new Answer.Streamed(200, headers, body, SESSION, aborts::incrementAndGet);
  }

  private static Caller caller() {
    CallerId id = new CallerId("issuer", "subject", "agent");
    return new Caller(id, "name", Set.of(), "", START.plus(Duration.ofHours(1)));
  }

  private final class OpenSessions implements Sessions {

    @Override
    public boolean isOpen(String id) {
      return openSessions.contains(id);
    }

    @Override
    public Session open(Caller caller, Connection connection) {
      throw new UnsupportedOperationException("not asked");
    }

    @Override
    public Session establish(Session session, String upstreamId, String version) {
      throw new UnsupportedOperationException("not asked");
    }

    @Override
    public Optional<Session> find(String id, Caller caller, Connection connection) {
      throw new UnsupportedOperationException("not asked");
    }

    @Override
    public Session current(Caller caller, Connection connection) {
      throw new UnsupportedOperationException("not asked");
    }

    @Override
    public void end(Session session) {
      throw new UnsupportedOperationException("not asked");
    }
  }
}
