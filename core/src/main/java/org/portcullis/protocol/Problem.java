package org.portcullis.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.portcullis.json.StrictJson;

/** Problem documents (RFC 9457). */
public final class Problem {

  /** The media type. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private Problem() {}

  /** A document with the members that every problem has; the caller may add others. */
  public static ObjectNode document(int status, String title, String detail) {
    ObjectNode document = StrictJson.object();
    document.put("type", "about:blank");
    document.put("title", title);
    document.put("status", status);
    document.put("detail", detail);
    return document;
  }

  /** An answer with this document as its body; the status is the document's. */
  public static Answer.Whole answer(ObjectNode document) {
    return new Answer.Whole(
        document.get("status").intValue(),
        Headers.of("content-type", MEDIA_TYPE).with("cache-control", "no-store"),
        StrictJson.write(document));
  }

  /** An answer with nothing but the members that every problem has. */
  public static Answer.Whole answer(int status, String title, String detail) {
    return answer(document(status, title, detail));
  }
}
