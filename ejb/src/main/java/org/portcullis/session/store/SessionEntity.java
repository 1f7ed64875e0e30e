package org.portcullis.session.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.portcullis.connection.ProtocolKind;
import org.portcullis.identity.CallerId;
import org.portcullis.session.Session;

/** A session. Rows are added and read here; every change is a conditional statement. */
@Entity
@Immutable
@Table(name = "gate_session")
class SessionEntity {

  @Id private String id;

  @Column(nullable = false)
  private String issuer;

  @Column(nullable = false)
  private String subject;

  @Column(nullable = false)
  private String client;

  @Column(name = "caller_name", nullable = false)
  private String callerName;

  @Column(name = "connection_name", nullable = false)
  private String connectionName;

  @Column(nullable = false)
  private String protocol;

  @Column(name = "upstream_id", nullable = false)
  private String upstreamId;

  @Column(name = "protocol_version", nullable = false)
  private String protocolVersion;

  @Column(name = "started_at", nullable = false)
  private Instant startedAt;

  @Column(name = "last_at", nullable = false)
  private Instant lastAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(nullable = false)
  private String kind;

  @Column(name = "prior_state", nullable = false)
  private String priorState;

  @Column(nullable = false)
  private String state;

  /** For the persistence provider. */
  protected SessionEntity() {}

  /** A session that begins. */
  SessionEntity(Session session) {
    this.id = session.id();
    this.issuer = session.caller().issuer();
    this.subject = session.caller().subject();
    this.client = session.caller().client();
    this.callerName = session.callerName();
    this.connectionName = session.connection();
    this.protocol = session.protocol().name();
    this.upstreamId = session.upstreamId();
    this.protocolVersion = session.version();
    this.startedAt = session.startedAt();
    this.lastAt = session.lastAt();
    this.kind = "SESSION";
    this.priorState = "NONE";
    this.state = session.state().name();
  }

  Session session() {
    return new Session(
        id,
        new CallerId(issuer, subject, client),
        callerName,
        connectionName,
        ProtocolKind.valueOf(protocol),
        upstreamId,
        protocolVersion,
        startedAt,
        lastAt,
        Session.State.valueOf(state));
  }
}
