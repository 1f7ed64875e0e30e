package org.portcullis.approval.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.portcullis.api.web.Document;
import org.portcullis.api.web.Fault;
import org.portcullis.api.web.ReasonDocument;
import org.portcullis.approval.Vote;

/** A vote as a JSON document: {@code {"vote":"approve|deny","reason":"…"}}. */
final class VoteDocument {

  private VoteDocument() {}

  /** What reading came to. */
  sealed interface Reading {

    /** It is a vote. */
    record Read(Vote.Choice choice, String reason) implements Reading {}

    /** It is none. */
    record Faulty(List<Fault> faults) implements Reading {}
  }

  static Reading read(JsonNode root) {
    Document document = Document.of(root);
    document.only("vote", "reason");
    String vote = document.text("vote");
    boolean approve = vote.equals("approve");
    if (!approve && !vote.equals("deny") && document.faults().isEmpty()) {
      document.fault("vote", "unknown (expected: approve or deny)");
    }
    String reason = ReasonDocument.reason(document);
    if (!approve && reason.isEmpty() && document.faults().isEmpty()) {
      document.fault("reason", "missing (expected: why it is denied)");
    }
    return document.faults().isEmpty()
        ? new Reading.Read(approve ? Vote.Choice.APPROVE : Vote.Choice.DENY, reason)
        : new Reading.Faulty(document.faults());
  }
}
