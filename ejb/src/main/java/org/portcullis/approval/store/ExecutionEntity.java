package org.portcullis.approval.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.portcullis.recording.Event;

/** An attempt to run. Rows are added and read here; every change is a conditional statement. */
@Entity
@Immutable
@Table(name = "execution")
class ExecutionEntity {

  private static final int ONLY_USE = 1;

  @Id private String id;

  @Column(name = "grant_id", nullable = false)
  private String grantId;

  @Column(name = "use_no", nullable = false)
  private int useNo;

  @Column(name = "session_id", nullable = false)
  private String sessionId;

  @Column(name = "exchange_id", nullable = false)
  private String exchangeId;

  @Column(nullable = false)
  private String node;

  @Column(name = "started_at", nullable = false)
  private Instant startedAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(nullable = false)
  private String kind;

  @Column(name = "prior_state", nullable = false)
  private String priorState;

  @Column(nullable = false)
  private String state;

  /** For the persistence provider. */
  protected ExecutionEntity() {}

  ExecutionEntity(String id, String grantId, Event decided, String node, Instant now) {
    this.id = id;
    this.grantId = grantId;
    this.useNo = ONLY_USE;
    this.sessionId = decided.session();
    this.exchangeId = decided.exchange();
    this.node = node;
    this.startedAt = now;
    this.kind = "EXECUTION";
    this.priorState = "NONE";
    this.state = "STARTED";
  }

  OpenExecution open() {
    return new OpenExecution(id, grantId, sessionId, exchangeId);
  }
}
