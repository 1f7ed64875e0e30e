package org.portcullis.policy.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.portcullis.json.StrictJson;
import org.portcullis.recording.EventDesk.Recorded;

/** The report about rules in shadow mode as a JSON document. */
final class ShadowDocument {

  private ShadowDocument() {}

  static ObjectNode of(ShadowReport report) {
    ObjectNode document = StrictJson.object().put("decisions", report.decisions());
    if (report.from() != null && report.to() != null) {
      document.put("from", report.from().toString()).put("to", report.to().toString());
    }
    document.put("whole", report.whole());
    ArrayNode items = document.putArray("items");
    for (ShadowReport.Item item : report.rules()) {
      ObjectNode entry =
          items
              .addObject()
              .put("rule", item.rule())
              .put("active", item.active())
              .put("noted", item.noted())
              .put("calls", item.calls());
      ArrayNode changes = entry.putArray("changes");
      item.changes().forEach(change -> add(changes, change));
    }
    return document;
  }

  private static void add(ArrayNode changes, ShadowTally.Change change) {
    Recorded example = change.example();
    ObjectNode entry =
        changes
            .addObject()
            .put("from", change.from().label())
            .put("to", change.to().label())
            .put("calls", change.calls())
            .put("first", change.first().toString())
            .put("last", example.event().at().toString());
    entry
        .putObject("example")
        .put("event", example.number())
        .put("session", example.event().session())
        .put("exchange", example.event().exchange());
  }
}
