package org.portcullis.proxy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.portcullis.identity.Caller;
import org.portcullis.identity.CallerId;
import org.portcullis.protocol.Answer;
import org.portcullis.recording.GateUnavailable;
import org.portcullis.session.Sessions;
import org.portcullis.settings.web.GateSettings.StreamSettings;

/**
 * Every streamed answer that is being written. Once a second, those whose client, session or token
 * is gone are ended, and silent ones are kept alive. Safe for use by many threads.
 */
final class OpenStreams {

  /** How long a listening client is kept without a word. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final Logger LOG = System.getLogger(OpenStreams.class.getName());

  private final Sessions sessions;
  private final StreamSettings settings;
  private final InstantSource clock;
  private final Consumer<Thread> endWait;
  private final Set<OpenStream> open = ConcurrentHashMap.newKeySet();
  private final Set<OpenStream> listens = ConcurrentHashMap.newKeySet();
  private final Map<CallerId, Integer> listening = new ConcurrentHashMap<>();
  private final AtomicInteger listeners = new AtomicInteger();

  /**
   * @param endWait ends what a thread waits for upstream; from any thread
   */
  OpenStreams(
      Sessions sessions, Consumer<Thread> endWait, StreamSettings settings, InstantSource clock) {
    this.endWait = endWait;
    this.sessions = sessions;
    this.settings = settings;
    this.clock = clock;
  }

  /** Takes a place for a listening stream; false when there is none left. */
  boolean enter(CallerId caller) {
    if (listeners.incrementAndGet() > settings.limit()) {
      listeners.decrementAndGet();
      return false;
    }
    if (listening.merge(caller, 1, Integer::sum) > settings.limitPerCaller()) {
      leave(caller);
      return false;
    }
    return true;
  }

  /** Gives the place back. */
  void leave(CallerId caller) {
    listening.computeIfPresent(caller, (id, count) -> count == 1 ? null : count - 1);
    listeners.decrementAndGet();
  }

  /**
   * Writes a streamed answer to its end, on the calling thread.
   *
   * @param until when it has to end at the latest
   */
  void write(Answer.Streamed answer, HttpServletResponse response, Instant until) {
    OpenStream stream = new OpenStream(response, clock, answer.session(), until, () -> {});
    open.add(stream);
    carry(stream, answer);
  }

  /**
   * Waits for the answer to a listening request and writes it to its end, on the calling thread. It
   * ends with the caller's token. A client that is kept waiting is told that it listens: some
   * upstreams do not begin before they have something to say.
   *
   * @param session the id of the session with which it ends, or an empty text
   * @param answer runs the call
   * @return an answer that is still to be written; empty when everything is written
   */
  Optional<Answer.Whole> listen(
      Caller caller, String session, HttpServletResponse response, Supplier<Answer> answer) {
    Thread waiter = Thread.currentThread();
    OpenStream stream =
        new OpenStream(response, clock, session, caller.expiresAt(), () -> endWait.accept(waiter));
    open.add(stream);
    listens.add(stream);
    try {
      Answer given = answer.get();
      boolean begun = stream.settle();
      if (given instanceof Answer.Streamed streamed) {
        carry(stream, streamed);
        return Optional.empty();
      }
      return begun ? Optional.empty() : Optional.of((Answer.Whole) given);
    } finally {
      listens.remove(stream);
      open.remove(stream);
      stream.close();
    }
  }

  private void carry(OpenStream stream, Answer.Streamed answer) {
    try {
      stream.carry(answer);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "a client left its stream: {0}", e.getClass().getSimpleName());
    } finally {
      open.remove(stream);
      stream.close();
      answer.abort().run();
    }
  }

  /** Ends what is over; called about once a second. It waits for no client. */
  void endOver() {
    Instant now = clock.instant();
    for (OpenStream stream : open) {
      if (!now.isBefore(stream.until()) || !isSessionOpen(stream)) {
        stream.end();
      }
    }
  }

  /**
   * Has something sent where nothing was for long; called about once a second. A client that takes
   * nothing may hold it up, so nothing else may hang on it.
   */
  void keepAlive() {
    Instant now = clock.instant();
    listens.forEach(stream -> stream.beginListening(now, PATIENCE));
    open.forEach(stream -> stream.keepAlive(now, settings.keepAlive()));
  }

  /** How many there are. */
  int size() {
    return open.size();
  }

  /** A store that cannot tell is no reason to go on. */
  private boolean isSessionOpen(OpenStream stream) {
    try {
      return stream.session().isEmpty() || sessions.isOpen(stream.session());
    } catch (GateUnavailable e) {
      LOG.log(Level.ERROR, "a stream is ended: " + e.getMessage(), e);
      return false;
    }
  }
}
