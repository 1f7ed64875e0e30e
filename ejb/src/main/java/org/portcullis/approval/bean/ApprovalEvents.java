package org.portcullis.approval.bean;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import org.portcullis.approval.ApprovableCall;
import org.portcullis.approval.store.OpenExecution;
import org.portcullis.approval.store.StoredRequest;
import org.portcullis.identity.Caller;
import org.portcullis.json.StrictJson;
import org.portcullis.recording.Event;
import org.portcullis.recording.EventKind;

/** The events of an approval's life. */
final class ApprovalEvents {

  private static final String APPROVE = "approve";

  private final InstantSource clock;

  ApprovalEvents(InstantSource clock) {
    this.clock = clock;
  }

  Event asked(StoredRequest request, ApprovableCall call) {
    ObjectNode detail = detail(request);
    detail.put("policy", call.policyVersion());
    call.rules().forEach(detail.putArray("rules")::add);
    request.plans().forEach(plan -> detail.withArray("plans").add(plan.name()));
    detail.put("expiresAt", request.expiresAt().toString());
    detail.set("shown", call.shown());
    return ofCaller(EventKind.ASKED, request, detail);
  }

  Event voted(StoredRequest request, String choice, String reason, Caller approver) {
    ObjectNode detail = detail(request);
    detail.put("vote", choice);
    detail.put("reason", reason);
    return byPerson(EventKind.VOTED, request, approver, detail);
  }

  Event granted(StoredRequest request, String grantId, Caller approver) {
    ObjectNode detail = detail(request);
    detail.put("grant", grantId);
    return byPerson(EventKind.GRANTED, request, approver, detail);
  }

  Event denied(StoredRequest request, String reason, Caller approver) {
    ObjectNode detail = detail(request);
    detail.put("reason", reason);
    return byPerson(EventKind.DENIED, request, approver, detail);
  }

  Event revoked(StoredRequest request, String grantId, String reason, Caller by) {
    ObjectNode detail = detail(request);
    detail.put("grant", grantId);
    detail.put("reason", reason);
    return byPerson(EventKind.REVOKED, request, by, detail);
  }

  /** Belongs to the exchange of the decision that uses the grant. */
  Event consumed(Event decided, StoredRequest request, String grantId, String executionId) {
    ObjectNode detail = detail(request);
    detail.put("grant", grantId);
    detail.put("execution", executionId);
    return new Event(
        decided.at(),
        EventKind.CONSUMED,
        decided.session(),
        decided.exchange(),
        decided.actor(),
        decided.subject(),
        decided.client(),
        decided.connection(),
        APPROVE,
        detail);
  }

  /**
   * A request or grant that nobody used in time.
   *
   * @param grantId empty for a request
   */
  Event expired(StoredRequest request, String grantId, String finalizedBy) {
    ObjectNode detail = detail(request);
    if (!grantId.isEmpty()) {
      detail.put("grant", grantId);
    }
    detail.put("finalizedBy", finalizedBy);
    return byGate(EventKind.EXPIRED, request, request.session(), "", detail);
  }

  /** An execution whose end nobody saw. */
  Event lost(StoredRequest request, OpenExecution execution) {
    ObjectNode detail = detail(request);
    detail.put("grant", execution.grant());
    detail.put("execution", execution.id());
    detail.put("outcome", "unknown");
    return byGate(EventKind.FAILED, request, execution.session(), execution.exchange(), detail);
  }

  private static ObjectNode detail(StoredRequest request) {
    ObjectNode detail = StrictJson.object();
    detail.put("request", request.id());
    detail.put("command", request.command());
    detail.put("digest", request.digest());
    detail.put("requester", request.callerName());
    return detail;
  }

  private Event ofCaller(EventKind kind, StoredRequest request, ObjectNode detail) {
    return new Event(
        clock.instant(),
        kind,
        request.session(),
        "",
        request.callerName(),
        request.caller().subject(),
        request.caller().client(),
        request.connection(),
        APPROVE,
        detail);
  }

  private Event byPerson(EventKind kind, StoredRequest request, Caller by, ObjectNode detail) {
    return new Event(
        clock.instant(),
        kind,
        request.session(),
        "",
        by.name(),
        by.id().subject(),
        by.id().client(),
        request.connection(),
        "",
        detail);
  }

  private Event byGate(
      EventKind kind, StoredRequest request, String session, String exchange, ObjectNode detail) {
    return new Event(
        clock.instant(),
        kind,
        session,
        exchange,
        Event.GATE,
        request.caller().subject(),
        request.caller().client(),
        request.connection(),
        "",
        detail);
  }
}
