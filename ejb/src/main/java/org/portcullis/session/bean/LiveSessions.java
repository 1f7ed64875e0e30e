package org.portcullis.session.bean;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.portcullis.connection.Connection;
import org.portcullis.connection.ProtocolKind;
import org.portcullis.identity.Caller;
import org.portcullis.identity.CallerId;
import org.portcullis.session.Session;

/**
 * Open sessions in memory. Each time it is trimmed, those that were not used for longest are
 * forgotten beyond a number; they are read again when they are needed. Safe for use by many
 * threads.
 */
final class LiveSessions {

  /** Whose session on which connection; compared part by part. */
  record Owner(CallerId caller, String connection, ProtocolKind protocol) {

    static Owner of(Session session) {
      return new Owner(session.caller(), session.connection(), session.protocol());
    }

    static Owner of(Caller caller, Connection connection) {
      return new Owner(caller.id(), connection.name(), connection.protocol());
    }
  }

  private static final class Live {

    private final Session session;
    private volatile Instant lastAt;
    private volatile Instant written;

    Live(Session session) {
      this.session = session;
      this.lastAt = session.lastAt();
      this.written = session.lastAt();
    }
  }

  private final int most;
  private final Map<String, Live> byId = new ConcurrentHashMap<>();
  private final Map<Owner, String> current = new ConcurrentHashMap<>();

  LiveSessions(int most) {
    this.most = most;
  }

  void put(Session session) {
    byId.put(session.id(), new Live(session));
  }

  /** The session of this id, noted as used now; empty when it is not in memory. */
  Optional<Session> use(String id, Instant now) {
    Live live = byId.get(id);
    if (live == null) {
      return Optional.empty();
    }
    live.lastAt = now;
    return Optional.of(live.session);
  }

  /** The owner's last session, noted as used now, when it was used since a time. */
  Optional<Session> recent(Owner owner, Instant since, Instant now) {
    String id = current.get(owner);
    Live live = id == null ? null : byId.get(id);
    return live == null || live.lastAt.isBefore(since) ? Optional.empty() : use(id, now);
  }

  /**
   * The owner's last session when it was used since a time, otherwise the one that is supplied. Two
   * threads of one owner get the same one.
   */
  Session current(Owner owner, Instant since, Instant now, Supplier<Session> otherwise) {
    String id =
        current.compute(
            owner,
            (key, known) -> {
              Live live = known == null ? null : byId.get(known);
              if (live != null && !live.lastAt.isBefore(since)) {
                return known;
              }
              Session session = otherwise.get();
              put(session);
              return session.id();
            });
    return use(id, now).orElseGet(otherwise);
  }

  void remove(String id) {
    Live live = byId.remove(id);
    if (live != null) {
      current.remove(Owner.of(live.session), id);
    }
  }

  /** When sessions were last used, of those whose stored time is older than that by so much. */
  Map<String, Instant> unwritten(Duration lag) {
    Map<String, Instant> due = new HashMap<>();
    byId.forEach(
        (id, live) -> {
          if (!live.lastAt.isBefore(live.written.plus(lag))) {
            due.put(id, live.lastAt);
          }
        });
    return due;
  }

  /** Notes that these times are stored. */
  void written(Map<String, Instant> times) {
    times.forEach(
        (id, at) -> {
          Live live = byId.get(id);
          if (live != null) {
            live.written = at;
          }
        });
  }

  /** Forgets what was not used for longest, when there are too many. */
  void trim() {
    if (byId.size() <= most) {
      return;
    }
    List<String> oldest =
        byId.entrySet().stream()
            .sorted(Comparator.comparing(entry -> entry.getValue().lastAt))
            .limit(byId.size() - most)
            .map(Map.Entry::getKey)
            .toList();
    oldest.forEach(this::remove);
  }
}
