package org.portcullis.proxy.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import org.portcullis.protocol.Answer;
import org.portcullis.upstream.web.Fields;

/** Answers as JAX-RS wants them; length and connection handling stay the container's. */
final class Answers {

  private Answers() {}

  /** An answer that is complete. */
  static Response whole(Answer.Whole answer) {
    return builder(answer).build();
  }

  /** A refusal of a request whose body was not read: the connection cannot be used again. */
  static Response closing(Answer.Whole answer) {
    return builder(answer).header("Connection", "close").build();
  }

  /** What a streamed answer leaves to JAX-RS: nothing. */
  static Response written(HttpServletResponse response) {
    return Response.status(response.getStatus()).build();
  }

  private static ResponseBuilder builder(Answer.Whole answer) {
    ResponseBuilder builder = Response.status(answer.status());
    if (answer.body().length > 0) {
      builder.entity(answer.body());
    }
    answer
        .headers()
        .forEach(
            (name, value) -> {
              if (!Fields.isHopByHop(name)) {
                builder.header(name, value);
              }
            });
    return builder;
  }
}
