package org.portcullis.approval.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portcullis.approval.ApprovalRequest;
import org.portcullis.approval.Grant;
import org.portcullis.approval.Vote;
import org.portcullis.identity.CallerId;
import org.portcullis.storage.store.Database;

/**
 * Requests and grants as people see them, in the running transaction. What is over by the
 * database's clock is shown as over, whether or not anybody wrote it down.
 */
public final class ApprovalViews {

  private static final int MOST = 500;

  private final Database database;

  public ApprovalViews(Database database) {
    this.database = database;
  }

  /** Requests in this state, or all, the newest first. */
  public List<ApprovalRequest> requests(ApprovalRequest.@Nullable State state, int limit) {
    Instant now = database.now();
    return views(
        database
            .entities()
            .createQuery(
                "select r from ApprovalRequestEntity r where "
                    + standing("r", state == null ? "" : state.name(), "PENDING")
                    + " order by r.createdAt desc, r.id",
                ApprovalRequestEntity.class)
            .setParameter("now", now)
            .setMaxResults(bounded(limit))
            .getResultList(),
        now);
  }

  /**
   * The condition for rows that stand in a state now, or for all rows when the state is empty.
   *
   * @param open the name of the state that ends by itself when its time is over
   */
  private static String standing(String row, String state, String open) {
    String effective =
        "case when %1$s.state = '%2$s' and %1$s.expiresAt <= :now then 'EXPIRED' else %1$s.state end"
            .formatted(row, open);
    // The first part is redundant, but an index can answer it.
    return state.isEmpty()
        ? effective + " is not null"
        : "%1$s.state in ('%2$s', '%3$s') and %4$s = '%3$s'".formatted(row, open, state, effective);
  }

  /** The requests of one human, the newest first. */
  public List<ApprovalRequest> requestsOf(CallerId caller, int limit) {
    return views(
        database
            .entities()
            .createQuery(
                "select r from ApprovalRequestEntity r where r.issuer = :issuer"
                    + " and r.subject = :subject order by r.createdAt desc, r.id",
                ApprovalRequestEntity.class)
            .setParameter("issuer", caller.issuer())
            .setParameter("subject", caller.subject())
            .setMaxResults(bounded(limit))
            .getResultList(),
        database.now());
  }

  /** One request. */
  public Optional<ApprovalRequest> request(String id) {
    ApprovalRequestEntity request = database.entities().find(ApprovalRequestEntity.class, id);
    return request == null
        ? Optional.empty()
        : views(List.of(request), database.now()).stream().findFirst();
  }

  /** Grants in this state, or all, the newest first. */
  public List<Grant> grants(Grant.@Nullable State state, int limit) {
    String where = standing("g", state == null ? "" : state.name(), "ACTIVE");
    return grantsWhere(where, "now", database.now(), limit);
  }

  /** One grant. */
  public Optional<Grant> grant(String id) {
    return grantsWhere("g.id = :id", "id", id, 1).stream().findFirst();
  }

  private List<Grant> grantsWhere(String where, String name, Object value, int limit) {
    Instant now = database.now();
    return database
        .entities()
        .createQuery(
            "select g, r from GrantEntity g join ApprovalRequestEntity r on r.id = g.requestId"
                + " where "
                + where
                + " order by g.createdAt desc, g.id",
            Object[].class)
        .setParameter(name, value)
        .setMaxResults(bounded(limit))
        .getResultStream()
        .map(row -> ((GrantEntity) row[0]).view((ApprovalRequestEntity) row[1], now))
        .toList();
  }

  private List<ApprovalRequest> views(List<ApprovalRequestEntity> requests, Instant now) {
    Map<String, List<Vote>> votes =
        votes(requests.stream().map(ApprovalRequestEntity::id).toList());
    return requests.stream()
        .map(request -> request.view(votes.getOrDefault(request.id(), List.of()), now))
        .toList();
  }

  private Map<String, List<Vote>> votes(List<String> requestIds) {
    if (requestIds.isEmpty()) {
      return Map.of();
    }
    return database
        .entities()
        .createQuery(
            "select v from ApprovalVoteEntity v where v.requestId in :ids order by v.castAt",
            ApprovalVoteEntity.class)
        .setParameter("ids", requestIds)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                ApprovalVoteEntity::requestId,
                Collectors.mapping(
                    ApprovalVoteEntity::vote,
                    Collectors.collectingAndThen(
                        Collectors.toList(),
                        list -> list.stream().sorted(Comparator.comparing(Vote::at)).toList()))));
  }

  private static int bounded(int limit) {
    return Math.max(1, Math.min(MOST, limit));
  }
}
