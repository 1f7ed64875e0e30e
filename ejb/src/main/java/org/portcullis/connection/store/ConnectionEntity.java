package org.portcullis.connection.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.portcullis.connection.Connection;
import org.portcullis.connection.Credential;
import org.portcullis.connection.ProtocolKind;
import org.portcullis.json.StrictJson;
import org.portcullis.storage.store.Texts;

/** A connection with its sealed credential. */
@Entity
@Table(name = "gate_connection")
class ConnectionEntity {

  @Id private String name;

  @Column(nullable = false)
  private String protocol;

  @Column(nullable = false)
  private String url;

  @Column(nullable = false)
  @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
  private byte[] credential;

  @Column(nullable = false)
  @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
  private byte[] labels;

  @Column(nullable = false)
  @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
  private byte[] settings;

  @Column(name = "changed_by", nullable = false)
  private String changedBy;

  @Column(name = "changed_at", nullable = false)
  private Instant changedAt;

  /** For the persistence provider. */
  protected ConnectionEntity() {}

  ConnectionEntity(String name) {
    this.name = name;
  }

  void set(Connection connection, byte[] sealed, String by, Instant at) {
    var pairs = StrictJson.object();
    connection.labels().forEach(pairs::put);
    this.protocol = connection.protocol().name();
    this.url = connection.url().toString();
    this.credential = sealed;
    this.labels = Texts.bytes(pairs);
    this.settings = Texts.bytes(connection.settings());
    this.changedBy = by;
    this.changedAt = at;
  }

  String name() {
    return name;
  }

  byte[] sealed() {
    return credential.clone();
  }

  Connection connection(Credential opened) {
    Map<String, String> pairs = new HashMap<>();
    Texts.object(labels)
        .properties()
        .forEach(pair -> pairs.put(pair.getKey(), pair.getValue().textValue()));
    return new Connection(
        name, ProtocolKind.valueOf(protocol), URI.create(url), opened, pairs, Texts.json(settings));
  }
}
