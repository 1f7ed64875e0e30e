package org.portcullis.upstream.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/**
 * Calls whose answer has not begun, by the thread that waits. Whoever learns that nobody wants the
 * answer any more ends the wait here. Safe for use by many threads.
 */
public final class WaitingCalls {

  private final Map<Thread, HttpUriRequestBase> waiting = new ConcurrentHashMap<>();

  WaitingCalls() {}

  /** Ends what this thread waits for; does nothing when it waits for nothing. */
  public void end(Thread thread) {
    HttpUriRequestBase request = waiting.get(thread);
    if (request != null) {
      request.cancel();
    }
  }

  void begin(HttpUriRequestBase request) {
    waiting.put(Thread.currentThread(), request);
  }

  void done() {
    waiting.remove(Thread.currentThread());
  }
}
