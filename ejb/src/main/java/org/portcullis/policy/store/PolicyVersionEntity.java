package org.portcullis.policy.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.portcullis.policy.Policies.Version;

/** A policy version, the document byte for byte. */
@Entity
@Immutable
@Table(name = "policy_version")
class PolicyVersionEntity {

  @Id private int number;

  @Column(nullable = false)
  private String author;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(nullable = false)
  @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
  private byte[] document;

  /** For the persistence provider. */
  protected PolicyVersionEntity() {}

  PolicyVersionEntity(int number, String author, Instant createdAt, String text) {
    this.number = number;
    this.author = author;
    this.createdAt = createdAt;
    this.document = text.getBytes(StandardCharsets.UTF_8);
  }

  Version version() {
    return new Version(number, author, createdAt, new String(document, StandardCharsets.UTF_8));
  }
}
