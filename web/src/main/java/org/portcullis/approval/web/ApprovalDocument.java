package org.portcullis.approval.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.portcullis.approval.ApprovalRequest;
import org.portcullis.approval.Grant;
import org.portcullis.approval.Vote;
import org.portcullis.json.StrictJson;

/** Requests and grants as JSON documents. */
final class ApprovalDocument {

  private ApprovalDocument() {}

  static ObjectNode write(ApprovalRequest request) {
    ObjectNode document = StrictJson.object();
    document.put("id", request.id());
    document.put("state", label(request.state()));
    document.put("name", request.callerName());
    document.put("subject", request.caller().subject());
    document.put("client", request.caller().client());
    document.put("connection", request.connection());
    document.put("session", request.session());
    document.put("command", request.command());
    document.set("shown", request.shown());
    document.put("digest", request.digest());
    document.put("policy", request.policyVersion());
    request.rules().forEach(document.putArray("rules")::add);
    request.approvers().forEach(document.putArray("approvers")::add);
    document.put("quorum", request.quorum());
    document.put("createdAt", request.createdAt().toString());
    document.put("expiresAt", request.expiresAt().toString());
    ArrayNode votes = document.putArray("votes");
    request.votes().forEach(vote -> votes.add(write(vote)));
    return document;
  }

  static ObjectNode write(Grant grant) {
    ObjectNode document = StrictJson.object();
    document.put("id", grant.id());
    document.put("state", label(grant.state()));
    document.put("request", grant.requestId());
    document.put("name", grant.callerName());
    document.put("connection", grant.connection());
    document.put("command", grant.command());
    document.put("createdAt", grant.createdAt().toString());
    document.put("expiresAt", grant.expiresAt().toString());
    document.put("finalizedBy", grant.finalizedBy());
    return document;
  }

  private static ObjectNode write(Vote vote) {
    ObjectNode document = StrictJson.object();
    document.put("approver", vote.approver());
    document.put("vote", label(vote.choice()));
    document.put("reason", vote.reason());
    document.put("at", vote.at().toString());
    return document;
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
