package org.portcullis.approval.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.portcullis.approval.Vote;
import org.portcullis.identity.Caller;
import org.portcullis.storage.store.Texts;

/** One vote; never changed. */
@Entity
@Immutable
@Table(name = "approval_vote")
class ApprovalVoteEntity {

  @Id private String id;

  @Column(name = "request_id", nullable = false)
  private String requestId;

  @Column(nullable = false)
  private String issuer;

  @Column(nullable = false)
  private String subject;

  @Column(name = "approver_name", nullable = false)
  private String approverName;

  @Column(nullable = false)
  private String choice;

  @Column(nullable = false)
  private String reason;

  @Column(nullable = false)
  @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
  private byte[] roles;

  @Column(name = "cast_at", nullable = false)
  private Instant castAt;

  /** For the persistence provider. */
  protected ApprovalVoteEntity() {}

  ApprovalVoteEntity(String id, String requestId, Caller approver, CastVote cast, Instant now) {
    this.id = id;
    this.requestId = requestId;
    this.issuer = approver.id().issuer();
    this.subject = approver.id().subject();
    this.approverName = Texts.fit(approver.name(), 512);
    this.choice = cast.choice().name();
    this.reason = cast.reason();
    this.roles = Texts.bytes(cast.roles().stream().sorted().toList());
    this.castAt = now;
  }

  String requestId() {
    return requestId;
  }

  CastVote cast() {
    return new CastVote(Vote.Choice.valueOf(choice), reason, Set.copyOf(Texts.list(roles)));
  }

  Vote vote() {
    return new Vote(approverName, Vote.Choice.valueOf(choice), reason, castAt);
  }
}
