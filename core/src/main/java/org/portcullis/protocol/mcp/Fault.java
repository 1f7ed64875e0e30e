package org.portcullis.protocol.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.GateProtocol.Reading;

/**
 * Why a request is not read any further.
 *
 * @param status the HTTP status
 * @param text for the client and the record; quotes nothing of the request
 * @param message the JSON-RPC error, or an array of them
 */
record Fault(int status, String text, JsonNode message) {

  static Fault of(int status, int code, String text) {
    return of(status, code, text, JsonRpc.NO_ID);
  }

  static Fault of(int status, int code, String text, JsonNode id) {
    return new Fault(status, text, JsonRpc.error(id, code, text));
  }

  Reading.Refused refused() {
    Answer.Whole answer = JsonRpc.answer(status, message);
    return new Reading.Refused(
        text,
        status == 405
            ? new Answer.Whole(
                405, answer.headers().with("allow", "GET, POST, DELETE"), answer.body())
            : answer);
  }
}
