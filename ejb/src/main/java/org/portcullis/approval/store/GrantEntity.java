package org.portcullis.approval.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.portcullis.approval.Grant;

/** The right to run once. Rows are added and read here; every change is a conditional statement. */
@Entity
@Immutable
@Table(name = "approval_grant")
class GrantEntity {

  @Id private String id;

  @Column(name = "request_id", nullable = false)
  private String requestId;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "expires_at", nullable = false)
  private Instant expiresAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "finalized_by", nullable = false)
  private String finalizedBy;

  @Column(nullable = false)
  private String kind;

  @Column(name = "prior_state", nullable = false)
  private String priorState;

  @Column(nullable = false)
  private String state;

  /** For the persistence provider. */
  protected GrantEntity() {}

  GrantEntity(String id, String requestId, Instant now, Instant expiresAt) {
    this.id = id;
    this.requestId = requestId;
    this.createdAt = now;
    this.expiresAt = expiresAt;
    this.finalizedBy = "";
    this.kind = "GRANT";
    this.priorState = "NONE";
    this.state = "ACTIVE";
  }

  String id() {
    return id;
  }

  String requestId() {
    return requestId;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  Grant view(ApprovalRequestEntity request, Instant now) {
    return new Grant(
        id,
        requestId,
        request.callerName(),
        request.connectionName(),
        request.command(),
        createdAt,
        expiresAt,
        stateAt(now),
        finalizedBy);
  }

  private Grant.State stateAt(Instant now) {
    Grant.State written = Grant.State.valueOf(state);
    boolean over = written == Grant.State.ACTIVE && !now.isBefore(expiresAt);
    return over ? Grant.State.EXPIRED : written;
  }
}
