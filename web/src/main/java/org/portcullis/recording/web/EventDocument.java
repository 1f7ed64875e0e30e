package org.portcullis.recording.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.portcullis.json.StrictJson;
import org.portcullis.recording.Event;
import org.portcullis.recording.EventDesk.Recorded;

/** Events as JSON documents. Parts that do not apply are left out. */
final class EventDocument {

  private EventDocument() {}

  static ObjectNode write(Recorded recorded) {
    Event event = recorded.event();
    ObjectNode document = StrictJson.object();
    document.put("number", recorded.number());
    document.put("at", event.at().toString());
    document.put("kind", event.kind().name().toLowerCase(Locale.ROOT));
    put(document, "session", event.session());
    put(document, "exchange", event.exchange());
    put(document, "actor", event.actor());
    put(document, "subject", event.subject());
    put(document, "client", event.client());
    put(document, "connection", event.connection());
    put(document, "decision", event.decision());
    document.set("detail", event.detail());
    return document;
  }

  private static void put(ObjectNode document, String name, String value) {
    if (!value.isEmpty()) {
      document.put(name, value);
    }
  }
}
