package org.portcullis.proxy.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import org.portcullis.protocol.Answer;
import org.portcullis.upstream.web.Fields;

/** One streamed answer: written by its own thread, looked after by the tick. */
final class OpenStream implements Answer.Sink {

  private static final byte[] COMMENT = ": alive\n\n".getBytes(StandardCharsets.US_ASCII);

  private final Answer.Streamed answer;
  private final Instant until;
  private final HttpServletResponse response;
  private final InstantSource clock;
  private final ReentrantLock writing = new ReentrantLock();
  private final boolean events;
  private boolean betweenEvents = true;
  private volatile Instant lastSent;
  private volatile boolean ended;

  OpenStream(
      Answer.Streamed answer, Instant until, HttpServletResponse response, InstantSource clock) {
    this.answer = answer;
    this.until = until;
    this.response = response;
    this.clock = clock;
    this.events =
        answer
            .headers()
            .only("content-type")
            .map(type -> type.toLowerCase(Locale.ROOT).startsWith("text/event-stream"))
            .orElse(false);
    this.lastSent = clock.instant();
  }

  /** When it has to end at the latest. */
  Instant until() {
    return until;
  }

  /** The session it belongs to, or an empty text. */
  String session() {
    return answer.session();
  }

  /** Sends status and field lines at once: a client waits for them before it waits for events. */
  void begin() throws IOException {
    writing.lock();
    try {
      response.setStatus(answer.status());
      answer
          .headers()
          .forEach(
              (name, value) -> {
                if (!Fields.isHopByHop(name)) {
                  response.addHeader(name, value);
                }
              });
      response.setHeader("X-Accel-Buffering", "no");
      if (events) {
        response.setHeader("Cache-Control", "no-cache, no-transform");
      }
      response.flushBuffer();
    } finally {
      writing.unlock();
    }
  }

  @Override
  public void send(byte[] piece) throws IOException {
    writing.lock();
    try {
      write(piece);
      betweenEvents = endsEvent(piece);
    } finally {
      writing.unlock();
    }
  }

  /** Sends a comment after a silence; what cannot be sent tells that the client is gone. */
  void keepAlive(Instant now, Duration silence) {
    if (!events || Duration.between(lastSent, now).compareTo(silence) < 0 || !writing.tryLock()) {
      return;
    }
    try {
      if (betweenEvents) {
        write(COMMENT);
      }
    } catch (IOException e) {
      end();
    } finally {
      writing.unlock();
    }
  }

  /** Ends it, from any thread: nothing more is sent and the upstream call is closed. */
  void end() {
    ended = true;
    answer.abort().run();
  }

  private void write(byte[] bytes) throws IOException {
    if (ended) {
      throw new StreamEnded();
    }
    response.getOutputStream().write(bytes);
    response.flushBuffer();
    lastSent = clock.instant();
  }

  /** A comment in the middle of an event would tear it apart. */
  private static boolean endsEvent(byte[] piece) {
    String tail =
        new String(piece, Math.max(0, piece.length - 4), Math.min(4, piece.length), ISO_8859_1);
    return tail.endsWith("\n\n") || tail.endsWith("\r\n\r\n") || tail.endsWith("\r\r");
  }

  /** The stream was ended from outside. */
  static final class StreamEnded extends IOException {

    private static final long serialVersionUID = 1L;

    StreamEnded() {
      super("the stream was ended");
    }
  }
}
