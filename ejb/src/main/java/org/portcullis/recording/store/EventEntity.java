package org.portcullis.recording.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.portcullis.recording.Event;
import org.portcullis.recording.EventDesk.Recorded;
import org.portcullis.recording.EventKind;
import org.portcullis.storage.store.Texts;

/** A line of the trail, for reading; {@link EventTrail} writes. */
@Entity
@Immutable
@Table(name = "event")
class EventEntity {

  @Id private long number;

  @Column(name = "happened_at", nullable = false)
  private Instant happenedAt;

  @Column(nullable = false)
  private String kind;

  @Column(name = "session_id", nullable = false)
  private String sessionId;

  @Column(name = "exchange_id", nullable = false)
  private String exchangeId;

  @Column(nullable = false)
  private String actor;

  @Column(nullable = false)
  private String subject;

  @Column(nullable = false)
  private String client;

  @Column(name = "connection_name", nullable = false)
  private String connectionName;

  @Column(nullable = false)
  private String decision;

  @Column(nullable = false)
  @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
  private byte[] detail;

  /** For the persistence provider. */
  protected EventEntity() {}

  Recorded recorded() {
    return new Recorded(
        number,
        new Event(
            happenedAt,
            EventKind.valueOf(kind),
            sessionId,
            exchangeId,
            actor,
            subject,
            client,
            connectionName,
            decision,
            Texts.object(detail)));
  }
}
