package org.portcullis.session.store;

import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.portcullis.session.Session;
import org.portcullis.session.SessionDesk.Query;
import org.portcullis.session.SessionDesk.Summary;
import org.portcullis.storage.store.Database;

/** Finds sessions, with the number of their exchanges, in the running transaction. */
public final class SessionSearch {

  private static final int MOST = 500;

  /** Decisions by what was decided; outcomes only where something was masked. */
  private static final String COUNT =
      "SELECT session_id, CASE WHEN kind = 'DECIDED' THEN decision ELSE 'masked' END, COUNT(*)"
          + " FROM event WHERE session_id IN (:ids) AND (kind = 'DECIDED'"
          + " OR kind IN ('ANSWERED', 'FAILED') AND decision = 'mask')"
          + " GROUP BY session_id, CASE WHEN kind = 'DECIDED' THEN decision ELSE 'masked' END";

  private static final String MASKED = "masked";

  private final Database database;

  public SessionSearch(Database database) {
    this.database = database;
  }

  /** The sessions that match, the latest first. */
  public List<Summary> search(Query query) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    String where = where(query, parameters);
    TypedQuery<SessionEntity> typed =
        database
            .entities()
            .createQuery(
                "select s from SessionEntity s" + where + " order by s.startedAt desc, s.id desc",
                SessionEntity.class);
    parameters.forEach(typed::setParameter);
    return summaries(
        typed
            .setMaxResults(Math.max(1, Math.min(MOST, query.limit())))
            .getResultStream()
            .map(SessionEntity::session)
            .toList());
  }

  /** One session. */
  public Optional<Summary> find(String id) {
    return Optional.ofNullable(database.entities().find(SessionEntity.class, id))
        .flatMap(row -> summaries(List.of(row.session())).stream().findFirst());
  }

  private String where(Query query, Map<String, Object> parameters) {
    StringBuilder where = new StringBuilder(" where 1 = 1");
    if (query.person() != null) {
      where.append(" and lower(s.callerName) like :person escape '!'");
      parameters.put("person", "%" + escaped(query.person().toLowerCase(Locale.ROOT)) + "%");
    }
    if (query.connection() != null) {
      where.append(" and s.connectionName = :connection");
      parameters.put("connection", query.connection());
    }
    if (query.state() != null) {
      where.append(" and s.state = :state");
      parameters.put("state", query.state().name());
    }
    SessionEntity before =
        query.before() == null
            ? null
            : database.entities().find(SessionEntity.class, query.before());
    if (before != null) {
      where.append(
          " and (s.startedAt < :startedAt or s.startedAt = :startedAt and s.id < :before)");
      parameters.put("startedAt", before.session().startedAt());
      parameters.put("before", before.session().id());
    }
    return where.toString();
  }

  private static String escaped(String part) {
    return part.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  private List<Summary> summaries(List<Session> sessions) {
    Map<String, Map<String, Integer>> counts = counts(sessions.stream().map(Session::id).toList());
    return sessions.stream()
        .map(session -> summary(session, counts.getOrDefault(session.id(), Map.of())))
        .toList();
  }

  private static Summary summary(Session session, Map<String, Integer> counts) {
    int masked = counts.getOrDefault(MASKED, 0);
    return new Summary(
        session,
        counts.values().stream().mapToInt(Integer::intValue).sum() - masked,
        masked,
        counts.getOrDefault("approve", 0),
        counts.getOrDefault("block", 0));
  }

  private Map<String, Map<String, Integer>> counts(List<String> ids) {
    Map<String, Map<String, Integer>> counts = new HashMap<>();
    if (ids.isEmpty()) {
      return counts;
    }
    List<?> rows =
        database.entities().createNativeQuery(COUNT).setParameter("ids", ids).getResultList();
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      counts
          .computeIfAbsent((String) columns[0], id -> new HashMap<>())
          .put((String) columns[1], ((Number) columns[2]).intValue());
    }
    return counts;
  }
}
