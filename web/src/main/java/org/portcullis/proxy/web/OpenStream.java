package org.portcullis.proxy.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.Headers;
import org.portcullis.upstream.web.Fields;

/**
 * One streamed answer, or the wait for one: written by its own thread, looked after by the tick.
 */
final class OpenStream implements Answer.Sink {

  static final String EVENTS = "text/event-stream";

  private static final byte[] COMMENT = ": alive\n\n".getBytes(US_ASCII);

  private final HttpServletResponse response;
  private final InstantSource clock;
  private final Instant until;
  private final ReentrantLock writing = new ReentrantLock();
  private final ReentrantLock ending = new ReentrantLock();
  private boolean begun;
  private boolean settled;
  private boolean events;
  private boolean betweenEvents = true;
  private volatile String session;
  private Runnable abort;
  private volatile Instant lastSent;
  private volatile boolean ended;

  /**
   * @param session the id of the session it belongs to, or an empty text
   * @param until when it has to end at the latest
   * @param abort ends the wait for its first byte; from any thread
   */
  OpenStream(
      HttpServletResponse response,
      InstantSource clock,
      String session,
      Instant until,
      Runnable abort) {
    this.session = session;
    this.response = response;
    this.clock = clock;
    this.until = until;
    this.abort = abort;
    this.lastSent = clock.instant();
  }

  Instant until() {
    return until;
  }

  /** The session it belongs to, or an empty text while that is not known. */
  String session() {
    return session;
  }

  /**
   * The wait is over.
   *
   * @return whether the client was told in the meantime that it listens
   */
  boolean settle() {
    writing.lock();
    try {
      settled = true;
      return begun;
    } finally {
      writing.unlock();
    }
  }

  /** Writes the answer to its end. */
  void carry(Answer.Streamed answer) throws IOException {
    session = answer.session();
    abortBy(answer.abort());
    if (ended) {
      end();
    }
    begin(answer.status(), answer.headers());
    answer.body().writeTo(this);
  }

  /** Tells a client that has waited for this long that it listens. */
  void beginListening(Instant now, Duration patience) {
    if (Duration.between(lastSent, now).compareTo(patience) < 0 || !writing.tryLock()) {
      return;
    }
    try {
      if (!begun && !settled && !ended) {
        begin(HttpServletResponse.SC_OK, Headers.of("content-type", EVENTS));
      }
    } catch (IOException e) {
      end();
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
    if (Duration.between(lastSent, now).compareTo(silence) < 0 || !writing.tryLock()) {
      return;
    }
    try {
      if (begun && events && betweenEvents && !ended) {
        write(COMMENT);
      }
    } catch (IOException e) {
      end();
    } finally {
      writing.unlock();
    }
  }

  /**
   * Gives the response back to the container, which will use it for somebody else. Returns when no
   * other thread writes on it any more.
   */
  void close() {
    writing.lock();
    try {
      settled = true;
      ended = true;
    } finally {
      writing.unlock();
    }
    abortBy(() -> {});
  }

  /** Ends it, from any thread: nothing more is sent and the upstream call is closed. */
  void end() {
    ended = true;
    ending.lock();
    try {
      abort.run();
    } finally {
      ending.unlock();
    }
  }

  /** Whoever is ending this stream just now has ended it when this returns. */
  private void abortBy(Runnable next) {
    ending.lock();
    try {
      abort = next;
    } finally {
      ending.unlock();
    }
  }

  /** Sends status and field lines at once: a client waits for them before it waits for events. */
  private void begin(int status, Headers headers) throws IOException {
    writing.lock();
    try {
      if (begun) {
        return;
      }
      begun = true;
      events = isEvents(headers);
      response.setStatus(status);
      headers.forEach(
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
      lastSent = clock.instant();
    } finally {
      writing.unlock();
    }
  }

  private void write(byte[] bytes) throws IOException {
    if (ended) {
      throw new StreamEnded();
    }
    response.getOutputStream().write(bytes);
    response.flushBuffer();
    lastSent = clock.instant();
  }

  private static boolean isEvents(Headers headers) {
    return headers
        .only("content-type")
        .map(type -> type.toLowerCase(Locale.ROOT).startsWith(EVENTS))
        .orElse(false);
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
