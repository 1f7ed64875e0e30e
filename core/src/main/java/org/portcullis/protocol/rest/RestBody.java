package org.portcullis.protocol.rest;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.portcullis.json.StrictJson;
import org.portcullis.protocol.Headers;
import org.portcullis.protocol.InboundRequest;
import org.portcullis.protocol.MediaType;

/** What a request's body came to. */
sealed interface RestBody {

  /**
   * It can be decided about.
   *
   * @param json the body; null when there is none
   */
  record Read(@Nullable JsonNode json) implements RestBody {}

  /** A body that nobody can decide about. */
  record Refused(int status, String reason) implements RestBody {}

  /** JSON in UTF-8, or nothing. */
  static RestBody of(InboundRequest request) {
    Headers headers = request.headers();
    if (headers.has("content-type") && headers.only("content-type").isEmpty()) {
      return new Refused(400, "Content-Type is given twice");
    }
    if (headers.has("content-encoding")) {
      return new Refused(415, "the body is encoded");
    }
    if (request.body().length == 0) {
      return new Read(null);
    }
    if (request.verb().equals("GET")) {
      return new Refused(400, "a GET has a body");
    }
    boolean isJson =
        headers
            .only("content-type")
            .flatMap(MediaType::parse)
            .filter(type -> type.isJson() && type.isUtf8())
            .isPresent();
    if (!isJson) {
      return new Refused(415, "the body is not JSON in UTF-8");
    }
    StrictJson.Reading reading = StrictJson.read(request.body());
    if (reading instanceof StrictJson.Reading.Unreadable unreadable) {
      return new Refused(400, "the body is not plain JSON: " + unreadable.reason());
    }
    JsonNode json = ((StrictJson.Reading.Value) reading).node();
    return QueryText.overridesMethod(json)
        ? new Refused(400, "the body names another method")
        : new Read(json);
  }
}
