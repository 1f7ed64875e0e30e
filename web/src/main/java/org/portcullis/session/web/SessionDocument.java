package org.portcullis.session.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.portcullis.json.StrictJson;
import org.portcullis.session.Session;
import org.portcullis.session.SessionDesk.Summary;

/** Sessions as JSON documents. The upstream's own session id is a key and is not shown. */
final class SessionDocument {

  private SessionDocument() {}

  static ObjectNode write(Summary summary) {
    Session session = summary.session();
    ObjectNode document = StrictJson.object();
    document.put("id", session.id());
    document.put("state", session.state().name().toLowerCase(Locale.ROOT));
    document.put("name", session.callerName());
    document.put("issuer", session.caller().issuer());
    document.put("subject", session.caller().subject());
    document.put("client", session.caller().client());
    document.put("connection", session.connection());
    document.put("protocol", session.protocol().label());
    document.put("version", session.version());
    document.put("startedAt", session.startedAt().toString());
    document.put("lastAt", session.lastAt().toString());
    document.put("exchanges", summary.exchanges());
    document.put("masked", summary.masked());
    document.put("asked", summary.asked());
    document.put("blocked", summary.blocked());
    return document;
  }
}
