package org.portcullis.proxy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.portcullis.identity.Caller;
import org.portcullis.identity.CallerId;
import org.portcullis.protocol.Answer;
import org.portcullis.recording.GateUnavailable;
import org.portcullis.session.Sessions;
import org.portcullis.settings.web.GateSettings.StreamSettings;

/**
 * Every streamed answer that is being written. A tick once a second keeps silent ones alive and
 * ends those whose client, session or token is gone. Safe for use by many threads.
 */
final class OpenStreams {

  private static final Logger LOG = System.getLogger(OpenStreams.class.getName());

  private final Sessions sessions;
  private final StreamSettings settings;
  private final InstantSource clock;
  private final Set<OpenStream> open = ConcurrentHashMap.newKeySet();
  private final Map<CallerId, Integer> listening = new ConcurrentHashMap<>();
  private final AtomicInteger listeners = new AtomicInteger();

  OpenStreams(Sessions sessions, StreamSettings settings, InstantSource clock) {
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
   * @param listening whether the client waits for whatever may come, and not for one call's answer;
   *     such a stream ends with the caller's token
   */
  void write(
      Answer.Streamed answer, Caller caller, boolean listening, HttpServletResponse response) {
    Instant until = listening ? caller.expiresAt() : Instant.MAX;
    OpenStream stream = new OpenStream(answer, until, response, clock);
    open.add(stream);
    try {
      stream.begin();
      answer.body().writeTo(stream);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "a client left its stream: {0}", e.getClass().getSimpleName());
    } finally {
      open.remove(stream);
      stream.end();
    }
  }

  /** Looks after every open stream; called about once a second. */
  void tick() {
    Instant now = clock.instant();
    for (OpenStream stream : open) {
      if (!now.isBefore(stream.until()) || !isSessionOpen(stream)) {
        stream.end();
      } else {
        stream.keepAlive(now, settings.keepAlive());
      }
    }
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
