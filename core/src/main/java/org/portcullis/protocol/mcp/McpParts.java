package org.portcullis.protocol.mcp;

import org.portcullis.protocol.Answer;
import org.portcullis.session.Session;
import org.portcullis.session.Sessions;

/** What the exchanges of all sessions share. Safe for use by many threads. */
record McpParts(
    Sessions sessions, Conversations conversations, OutputSchemas schemas, McpSettings settings) {

  /** Ends a session on the gate's side. */
  void end(Session session) {
    conversations.forget(session);
    sessions.end(session);
  }

  /** What a client gets whose session is gone: by it, it knows to begin a new one. */
  static Answer.Whole sessionNotFound() {
    return JsonRpc.answer(
        404, JsonRpc.error(JsonRpc.NO_ID, JsonRpc.SESSION_NOT_FOUND, "Session not found"));
  }
}
