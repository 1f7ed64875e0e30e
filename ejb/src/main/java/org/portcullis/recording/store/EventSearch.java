package org.portcullis.recording.store;

import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portcullis.recording.EventDesk.Query;
import org.portcullis.recording.EventDesk.Recorded;
import org.portcullis.storage.store.Database;

/** Finds events in the running transaction. */
public final class EventSearch {

  private static final int MOST = 1000;

  private final Database database;

  public EventSearch(Database database) {
    this.database = database;
  }

  /** The number of the last event; 0 when there is none. */
  public long last() {
    return database
        .entities()
        .createQuery("select coalesce(max(e.number), 0) from EventEntity e", Long.class)
        .getSingleResult();
  }

  /** The events that match, the oldest first. */
  public List<Recorded> search(Query query) {
    Conditions conditions = new Conditions();
    conditions.add("e.number > :after", "after", query.after());
    conditions.add("e.sessionId = :session", "session", query.session());
    conditions.add("e.exchangeId = :exchange", "exchange", query.exchange());
    conditions.add("e.connectionName = :connection", "connection", query.connection());
    conditions.add("e.kind = :kind", "kind", query.kind() == null ? null : query.kind().name());
    conditions.add("e.happenedAt >= :from", "from", query.from());
    conditions.add("e.happenedAt < :to", "to", query.to());
    TypedQuery<EventEntity> typed =
        database
            .entities()
            .createQuery(
                "select e from EventEntity e where " + conditions.text() + " order by e.number",
                EventEntity.class);
    conditions.parameters().forEach(typed::setParameter);
    return typed
        .setMaxResults(Math.max(1, Math.min(MOST, query.limit())))
        .getResultStream()
        .map(EventEntity::recorded)
        .toList();
  }

  /** Conditions that all hold; the values are always parameters. */
  private static final class Conditions {

    private final List<String> texts = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    void add(String condition, String name, @Nullable Object value) {
      if (value != null) {
        texts.add(condition);
        parameters.put(name, value);
      }
    }

    String text() {
      return String.join(" and ", texts);
    }

    Map<String, Object> parameters() {
      return parameters;
    }
  }
}
