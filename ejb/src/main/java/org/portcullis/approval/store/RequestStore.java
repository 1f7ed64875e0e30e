package org.portcullis.approval.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.portcullis.approval.ApprovableCall;
import org.portcullis.identity.CallerId;
import org.portcullis.json.CanonicalJson;
import org.portcullis.storage.store.Database;
import org.portcullis.storage.store.SecretBox;
import org.portcullis.storage.store.Texts;

/** Requests in the running transaction. */
public final class RequestStore {

  private static final String OF_CALLER =
      " r.digest = :digest and r.issuer = :issuer and r.subject = :subject"
          + " and r.client = :client and r.connectionName = :connection ";
  private static final String LOCK =
      "UPDATE approval_request SET votes_cast = votes_cast + 1"
          + " WHERE id = ? AND state = 'PENDING' AND expires_at > CURRENT_TIMESTAMP";
  private static final String DECIDE =
      "UPDATE approval_request SET prior_state = state, state = ?, pending_key = NULL,"
          + " decided_at = CURRENT_TIMESTAMP, reason = ?, finalized_by = ?"
          + " WHERE id = ? AND state = 'PENDING' AND expires_at > CURRENT_TIMESTAMP";
  private static final String EXPIRE =
      "UPDATE approval_request SET prior_state = state, state = 'EXPIRED', pending_key = NULL,"
          + " decided_at = CURRENT_TIMESTAMP, finalized_by = ?"
          + " WHERE id = ? AND state = 'PENDING' AND expires_at <= CURRENT_TIMESTAMP";

  private final Database database;
  private final SecretBox box;

  public RequestStore(Database database, SecretBox box) {
    this.database = database;
    this.box = box;
  }

  /** A request that someone refused, with their reason. */
  public record Refused(String id, String reason) {}

  /** Stores a new request; the key refuses a second pending one for the same digest. */
  public StoredRequest add(String id, ApprovableCall call) {
    byte[] arguments = CanonicalJson.bytes(call.command().arguments());
    ApprovalRequestEntity request =
        new ApprovalRequestEntity(id, call, box.seal(arguments, place(id)), database.now());
    database.entities().persist(request);
    database.entities().flush();
    return request.stored();
  }

  /** The arguments that were asked about. */
  public JsonNode arguments(String id) {
    ApprovalRequestEntity request = database.entities().find(ApprovalRequestEntity.class, id);
    return Texts.json(box.open(request.sealedArguments(), place(id)));
  }

  private static String place(String id) {
    return "approval_request/" + id;
  }

  /** What a request is about, in whatever state it is. */
  public Optional<StoredRequest> find(String id) {
    return Optional.ofNullable(database.entities().find(ApprovalRequestEntity.class, id))
        .map(ApprovalRequestEntity::stored);
  }

  /** The caller's pending request for this action, also one whose time is over. */
  public Optional<StoredRequest> pending(ApprovableCall call) {
    return ofCaller(call, "and r.state = 'PENDING'", Instant.EPOCH)
        .map(ApprovalRequestEntity::stored);
  }

  /** The latest refusal of this caller's action within the last while. */
  public Optional<Refused> refusedWithin(ApprovableCall call, Duration cooldown) {
    Instant since = database.now().minus(cooldown);
    return ofCaller(call, "and r.state = 'DENIED' and r.decidedAt > :since", since)
        .map(request -> new Refused(request.id(), request.reason()));
  }

  private Optional<ApprovalRequestEntity> ofCaller(ApprovableCall call, String and, Instant since) {
    CallerId caller = call.caller().id();
    var query =
        database
            .entities()
            .createQuery(
                "select r from ApprovalRequestEntity r where"
                    + OF_CALLER
                    + and
                    + " order by r.createdAt desc",
                ApprovalRequestEntity.class)
            .setParameter("digest", call.digest())
            .setParameter("issuer", caller.issuer())
            .setParameter("subject", caller.subject())
            .setParameter("client", caller.client())
            .setParameter("connection", call.connection());
    if (and.contains(":since")) {
      query.setParameter("since", since);
    }
    return query.setMaxResults(1).getResultStream().findFirst();
  }

  /**
   * Locks a request for a vote until the transaction ends.
   *
   * @return false when it is not pending or its time is over
   */
  public boolean lockForVote(String id) {
    return database.update(LOCK, id) == 1;
  }

  /** Marks a request as approved; false when it is not pending any more. */
  public boolean approve(String id, String by) {
    return database.update(DECIDE, "APPROVED", "", Texts.fit(by, 512), id) == 1;
  }

  /** Marks a request as denied; false when it is not pending any more. */
  public boolean deny(String id, String by, String reason) {
    return database.update(DECIDE, "DENIED", reason, Texts.fit(by, 512), id) == 1;
  }

  /** Writes down that a request's time is over; false when it is not, or was written before. */
  public boolean expire(String id, String by) {
    return database.update(EXPIRE, by, id) == 1;
  }

  /** Ids of pending requests whose time has been over for so long. */
  public List<String> overdue(Duration margin, int limit) {
    return database
        .entities()
        .createQuery(
            "select r.id from ApprovalRequestEntity r where r.state = 'PENDING'"
                + " and r.expiresAt <= :end order by r.expiresAt",
            String.class)
        .setParameter("end", database.now().minus(margin))
        .setMaxResults(limit)
        .getResultList();
  }

  /** How long a request is still pending by the database's clock; empty when it is not pending. */
  public Optional<Duration> pendingFor(String id) {
    return database
        .entities()
        .createQuery(
            "select r.expiresAt from ApprovalRequestEntity r"
                + " where r.id = :id and r.state = 'PENDING'",
            Instant.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .map(end -> Duration.between(database.now(), end));
  }
}
