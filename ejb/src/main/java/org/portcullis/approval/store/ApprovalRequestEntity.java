package org.portcullis.approval.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.portcullis.approval.ApprovableCall;
import org.portcullis.approval.ApprovalRequest;
import org.portcullis.approval.Vote;
import org.portcullis.identity.CallerId;
import org.portcullis.policy.ApprovalPlan;
import org.portcullis.storage.store.Texts;

/** What was asked. Rows are added and read here; every change is a conditional statement. */
@Entity
@Immutable
@Table(name = "approval_request")
class ApprovalRequestEntity {

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

  @Column(name = "session_id", nullable = false)
  private String sessionId;

  @Column(nullable = false)
  private String command;

  @Column(nullable = false)
  @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
  private byte[] shown;

  @Column(nullable = false)
  @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
  private byte[] arguments;

  @Column(nullable = false, columnDefinition = "char(64)")
  @JdbcTypeCode(SqlTypes.CHAR)
  private String digest;

  @Column(name = "policy_version", nullable = false)
  private int policyVersion;

  @Column(nullable = false)
  @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
  private byte[] rules;

  @Column(nullable = false)
  @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
  private byte[] plans;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "expires_at", nullable = false)
  private Instant expiresAt;

  @Column(name = "votes_cast", nullable = false)
  private int votesCast;

  @Column(name = "pending_key")
  private @Nullable String pendingKey;

  @Column(name = "decided_at")
  private @Nullable Instant decidedAt;

  @Column(nullable = false)
  private String reason;

  @Column(name = "finalized_by", nullable = false)
  private String finalizedBy;

  @Column(nullable = false)
  private String kind;

  @Column(name = "prior_state", nullable = false)
  private String priorState;

  @Column(nullable = false)
  private String state;

  /** For the persistence provider. */
  protected ApprovalRequestEntity() {}

  ApprovalRequestEntity(String id, ApprovableCall call, byte[] sealedArguments, Instant now) {
    this.id = id;
    this.issuer = call.caller().id().issuer();
    this.subject = call.caller().id().subject();
    this.client = call.caller().id().client();
    this.callerName = Texts.fit(call.caller().name(), 512);
    this.connectionName = call.connection();
    this.sessionId = call.session();
    this.command = call.command().name().text();
    this.shown = Texts.bytes(call.shown());
    this.arguments = sealedArguments;
    this.digest = call.digest();
    this.policyVersion = call.policyVersion();
    this.rules = Texts.bytes(call.rules());
    this.plans = Plans.bytes(call.plans());
    this.createdAt = now;
    this.expiresAt = now.plus(shortestPending(call.plans()));
    this.pendingKey = call.digest();
    this.reason = "";
    this.finalizedBy = "";
    this.kind = "REQUEST";
    this.priorState = "NONE";
    this.state = "PENDING";
  }

  private static Duration shortestPending(List<ApprovalPlan> plans) {
    return plans.stream().map(ApprovalPlan::pending).min(Comparator.naturalOrder()).orElseThrow();
  }

  String id() {
    return id;
  }

  byte[] sealedArguments() {
    return arguments.clone();
  }

  Instant expiresAt() {
    return expiresAt;
  }

  String reason() {
    return reason;
  }

  String callerName() {
    return callerName;
  }

  String connectionName() {
    return connectionName;
  }

  String command() {
    return command;
  }

  StoredRequest stored() {
    return new StoredRequest(
        id,
        new CallerId(issuer, subject, client),
        callerName,
        connectionName,
        sessionId,
        command,
        digest,
        Plans.list(plans),
        expiresAt);
  }

  ApprovalRequest view(List<Vote> votes, Instant now) {
    List<ApprovalPlan> all = Plans.list(plans);
    return new ApprovalRequest(
        id,
        new CallerId(issuer, subject, client),
        callerName,
        connectionName,
        sessionId,
        command,
        Texts.json(shown),
        digest,
        policyVersion,
        Texts.list(rules),
        all.stream().flatMap(plan -> plan.approvers().stream()).distinct().sorted().toList(),
        all.stream().mapToInt(ApprovalPlan::quorum).max().orElseThrow(),
        createdAt,
        expiresAt,
        stateAt(now),
        votes);
  }

  private ApprovalRequest.State stateAt(Instant now) {
    ApprovalRequest.State written = ApprovalRequest.State.valueOf(state);
    boolean over = written == ApprovalRequest.State.PENDING && !now.isBefore(expiresAt);
    return over ? ApprovalRequest.State.EXPIRED : written;
  }
}
