package org.portcullis.api.web;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** The body of an act that asks for a reason: {@code {"reason":"…"}}, or nothing at all. */
public final class ReasonDocument {

  private static final int MOST = 1000;

  private ReasonDocument() {}

  /** What reading came to. */
  public sealed interface Reading {

    /** The reason, or an empty text. */
    record Given(String reason) implements Reading {}

    /** It is refused; the answer says why. */
    record Refused(Response response) implements Reading {}
  }

  /**
   * Reads it.
   *
   * @throws IOException when the client breaks off
   */
  public static Reading read(Bodies bodies, InputStream in) throws IOException {
    Bodies.Body body = bodies.bytes(in);
    if (body instanceof Bodies.Body.Refused refused) {
      return new Reading.Refused(refused.response());
    }
    byte[] bytes = ((Bodies.Body.Bytes) body).bytes();
    if (bytes.length == 0) {
      return new Reading.Given("");
    }
    Bodies.Body json = Bodies.parse(bytes);
    if (json instanceof Bodies.Body.Refused refused) {
      return new Reading.Refused(refused.response());
    }
    Document document = Document.of(((Bodies.Body.Json) json).node());
    document.only("reason");
    String reason = reason(document);
    return document.faults().isEmpty()
        ? new Reading.Given(reason)
        : new Reading.Refused(Replies.faulty(document.faults()));
  }

  /** The member {@code reason} of a document; may be left out. */
  public static String reason(Document document) {
    String reason = document.optionalText("reason").orElse("").strip();
    if (reason.length() > MOST) {
      document.fault("reason", "too long (expected: at most " + MOST + " characters)");
    }
    return reason;
  }
}
