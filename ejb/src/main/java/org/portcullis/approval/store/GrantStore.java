package org.portcullis.approval.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.portcullis.approval.ApprovableCall;
import org.portcullis.identity.CallerId;
import org.portcullis.storage.store.Database;
import org.portcullis.storage.store.Texts;

/** Grants in the running transaction. */
public final class GrantStore {

  private static final String CONSUME =
      "UPDATE approval_grant SET prior_state = state, state = 'CONSUMED',"
          + " ended_at = CURRENT_TIMESTAMP"
          + " WHERE id = ? AND state = 'ACTIVE' AND expires_at > CURRENT_TIMESTAMP";
  private static final String REVOKE =
      "UPDATE approval_grant SET prior_state = state, state = 'REVOKED',"
          + " ended_at = CURRENT_TIMESTAMP, finalized_by = ?"
          + " WHERE id = ? AND state = 'ACTIVE' AND expires_at > CURRENT_TIMESTAMP";
  private static final String EXPIRE =
      "UPDATE approval_grant SET prior_state = state, state = 'EXPIRED',"
          + " ended_at = CURRENT_TIMESTAMP, finalized_by = ?"
          + " WHERE id = ? AND state = 'ACTIVE' AND expires_at <= CURRENT_TIMESTAMP";

  private final Database database;

  public GrantStore(Database database) {
    this.database = database;
  }

  /** A grant and the request it came from. */
  public record Usable(String grantId, String requestId) {}

  /** Stores a new grant that ends so long from now. */
  public void add(String id, String requestId, Duration usable) {
    Instant now = database.now();
    database.entities().persist(new GrantEntity(id, requestId, now, now.plus(usable)));
    database.entities().flush();
  }

  /** A grant of this caller for this action that can be used now; the one that ends first. */
  public Optional<Usable> usable(ApprovableCall call) {
    CallerId caller = call.caller().id();
    return database
        .entities()
        .createQuery(
            "select g from GrantEntity g join ApprovalRequestEntity r on r.id = g.requestId"
                + " where r.digest = :digest and r.issuer = :issuer and r.subject = :subject"
                + " and r.client = :client and r.connectionName = :connection"
                + " and g.state = 'ACTIVE' and g.expiresAt > :now order by g.expiresAt",
            GrantEntity.class)
        .setParameter("digest", call.digest())
        .setParameter("issuer", caller.issuer())
        .setParameter("subject", caller.subject())
        .setParameter("client", caller.client())
        .setParameter("connection", call.connection())
        .setParameter("now", database.now())
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(grant -> new Usable(grant.id(), grant.requestId()));
  }

  /** Uses a grant up; false when it cannot be used. */
  public boolean consume(String id) {
    return database.update(CONSUME, id) == 1;
  }

  /** Takes a grant back; false when it is not active any more. */
  public boolean revoke(String id, String by) {
    return database.update(REVOKE, Texts.fit(by, 512), id) == 1;
  }

  /** Writes down that a grant's time is over; false when it is not, or was written before. */
  public boolean expire(String id, String by) {
    return database.update(EXPIRE, by, id) == 1;
  }

  /** The request that a grant came from. */
  public Optional<String> requestOf(String id) {
    return Optional.ofNullable(database.entities().find(GrantEntity.class, id))
        .map(GrantEntity::requestId);
  }

  /** Ids of active grants whose time has been over for so long. */
  public List<String> overdue(Duration margin, int limit) {
    return database
        .entities()
        .createQuery(
            "select g.id from GrantEntity g where g.state = 'ACTIVE'"
                + " and g.expiresAt <= :end order by g.expiresAt",
            String.class)
        .setParameter("end", database.now().minus(margin))
        .setMaxResults(limit)
        .getResultList();
  }

  /** How long a grant is still active by the database's clock; empty when it is not active. */
  public Optional<Duration> activeFor(String id) {
    return database
        .entities()
        .createQuery(
            "select g.expiresAt from GrantEntity g where g.id = :id and g.state = 'ACTIVE'",
            Instant.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .map(end -> Duration.between(database.now(), end));
  }
}
