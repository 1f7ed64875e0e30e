package org.portcullis.approval.store;

import java.util.List;
import org.portcullis.identity.Caller;
import org.portcullis.identity.CallerId;
import org.portcullis.storage.store.Database;

/** Votes in the running transaction; whoever adds one holds the request's lock. */
public final class VoteStore {

  private final Database database;

  public VoteStore(Database database) {
    this.database = database;
  }

  /** Whether this human has voted on the request, through whichever client. */
  public boolean hasVoted(String requestId, CallerId approver) {
    return database
            .entities()
            .createQuery(
                "select count(v) from ApprovalVoteEntity v where v.requestId = :request"
                    + " and v.issuer = :issuer and v.subject = :subject",
                Long.class)
            .setParameter("request", requestId)
            .setParameter("issuer", approver.issuer())
            .setParameter("subject", approver.subject())
            .getSingleResult()
        > 0;
  }

  /** Adds a vote; the key refuses a second one of the same human. */
  public void add(String id, String requestId, Caller approver, CastVote cast) {
    database
        .entities()
        .persist(new ApprovalVoteEntity(id, requestId, approver, cast, database.now()));
    database.entities().flush();
  }

  /** Every vote on a request, counted from the rows. */
  public List<CastVote> cast(String requestId) {
    return database
        .entities()
        .createQuery(
            "select v from ApprovalVoteEntity v where v.requestId = :request",
            ApprovalVoteEntity.class)
        .setParameter("request", requestId)
        .getResultStream()
        .map(ApprovalVoteEntity::cast)
        .toList();
  }
}
