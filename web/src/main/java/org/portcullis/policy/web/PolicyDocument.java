package org.portcullis.policy.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.portcullis.api.web.Replies;
import org.portcullis.json.StrictJson;
import org.portcullis.policy.Policies;
import org.portcullis.policy.document.PolicyFault;
import org.portcullis.policy.lint.Finding;
import org.portcullis.policy.lint.Severity;
import org.portcullis.protocol.Problem;

/** Answers about policy documents. */
final class PolicyDocument {

  private PolicyDocument() {}

  /** The document, byte for byte as it was put. */
  static Response yaml(Policies.Version version) {
    return Response.ok(version.text().getBytes(StandardCharsets.UTF_8), "application/yaml")
        .header("ETag", tag(version.number()))
        .header("Cache-Control", "no-store")
        .build();
  }

  /** 422 with every fault at its place. */
  static Response faulty(List<PolicyFault> faults) {
    ObjectNode problem =
        Problem.document(422, "Faulty policy", "The policy is not stored; nothing has changed.");
    add(problem.putArray("faults"), faults);
    return Replies.problem(problem);
  }

  /** What linting came to. */
  static Response findings(List<Finding> findings) {
    ObjectNode document = StrictJson.object();
    addFindings(document, findings);
    return Replies.ok(document);
  }

  /** 422: the author asked not to store a document of which such things are found. */
  static Response refused(Severity least, List<Finding> findings) {
    ObjectNode problem =
        Problem.document(
            422,
            "Policy with findings",
            "The policy is not stored; nothing has changed. It was asked to fail on findings of"
                + " severity "
                + least.label()
                + ".");
    addFindings(problem, findings);
    return Replies.problem(problem);
  }

  /** What putting came to. */
  static Response reply(Policies.Put put, List<PolicyFault> warnings, List<Finding> findings) {
    if (put instanceof Policies.Put.Conflict conflict) {
      ObjectNode problem =
          Problem.document(
              412, "Precondition failed", "Another version is active; nothing has changed.");
      return Replies.problem(problem.put("active", conflict.active()));
    }
    int number = ((Policies.Put.Stored) put).number();
    ObjectNode stored = StrictJson.object().put("version", number);
    add(stored.putArray("warnings"), warnings);
    addFindings(stored, findings);
    return Response.fromResponse(Replies.ok(stored)).header("ETag", tag(number)).build();
  }

  private static void add(ArrayNode list, List<PolicyFault> faults) {
    for (PolicyFault fault : faults) {
      list.addObject()
          .put("line", fault.line())
          .put("column", fault.column())
          .put("path", fault.path())
          .put("message", fault.message());
    }
  }

  private static void addFindings(ObjectNode document, List<Finding> findings) {
    findings.stream().map(Finding::document).forEach(document.putArray("findings")::add);
  }

  private static String tag(int number) {
    return "\"" + number + "\"";
  }
}
