package org.portcullis.protocol.mcp;

import java.util.LinkedHashMap;
import java.util.Map;
import org.portcullis.session.Session;

/**
 * The conversations by session. Kept in this process only: the client's streams are here too.
 * Bounded; what was not used for longest is forgotten first. Safe for use by many threads.
 */
final class Conversations {

  private static final int MAX_SESSIONS = 10_000;

  private final Map<String, Conversation> bySession =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Conversation> eldest) {
          return size() > MAX_SESSIONS;
        }
      };

  synchronized Conversation of(Session session) {
    return bySession.computeIfAbsent(session.id(), id -> new Conversation());
  }

  synchronized void forget(Session session) {
    bySession.remove(session.id());
  }
}
