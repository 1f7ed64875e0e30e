package org.portcullis.api.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.portcullis.json.StrictJson;

/** Reads request bodies of the admin API, within the limit. */
public final class Bodies {

  private final int limit;

  /**
   * @param limit the largest body, in bytes
   */
  Bodies(int limit) {
    this.limit = limit;
  }

  /** What reading came to. */
  public sealed interface Body {

    /** The bytes. */
    record Bytes(byte[] bytes) implements Body {}

    /** A JSON value. */
    record Json(JsonNode node) implements Body {}

    /** It is refused; the answer says why. */
    record Refused(Response response) implements Body {}
  }

  /** What reading a text came to. */
  public sealed interface Text {

    /** The text. */
    record Read(String text) implements Text {}

    /** It is refused; the answer says why. */
    record Refused(Response response) implements Text {}
  }

  /**
   * The whole body as UTF-8 text.
   *
   * @throws IOException when the client breaks off
   */
  public Text text(InputStream in) throws IOException {
    Body body = bytes(in);
    if (body instanceof Body.Refused refused) {
      return new Text.Refused(refused.response());
    }
    try {
      return new Text.Read(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(((Body.Bytes) body).bytes()))
              .toString());
    } catch (CharacterCodingException e) {
      return new Text.Refused(Replies.problem(400, "Bad request", "The body is not UTF-8."));
    }
  }

  /**
   * The whole body.
   *
   * @throws IOException when the client breaks off
   */
  public Body bytes(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(limit + 1);
    return bytes.length > limit
        ? new Body.Refused(
            Replies.problem(413, "Content too large", "The body is over " + limit + " bytes."))
        : new Body.Bytes(bytes);
  }

  /**
   * The whole body as JSON, read strictly.
   *
   * @throws IOException when the client breaks off
   */
  public Body json(InputStream in) throws IOException {
    Body body = bytes(in);
    if (!(body instanceof Body.Bytes whole)) {
      return body;
    }
    return parse(whole.bytes());
  }

  /** Bytes as JSON, read strictly. */
  static Body parse(byte[] bytes) {
    StrictJson.Reading reading = StrictJson.read(bytes);
    if (reading instanceof StrictJson.Reading.Value value) {
      return new Body.Json(value.node());
    }
    String reason = ((StrictJson.Reading.Unreadable) reading).reason();
    return new Body.Refused(
        Replies.problem(400, "Bad request", "The body is unreadable: " + reason + "."));
  }
}
