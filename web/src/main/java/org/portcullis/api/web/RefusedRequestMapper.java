package org.portcullis.api.web;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What JAX-RS refuses by itself: no such path, method, or media type. */
@Provider
public class RefusedRequestMapper implements ExceptionMapper<WebApplicationException> {

  @Override
  public Response toResponse(WebApplicationException refused) {
    Response response = refused.getResponse();
    int status = response.getStatus();
    Response.ResponseBuilder problem =
        Response.fromResponse(Replies.problem(status, title(response), detail(status)));
    String allow = response.getHeaderString("Allow");
    return allow == null ? problem.build() : problem.header("Allow", allow).build();
  }

  private static String title(Response response) {
    String phrase = response.getStatusInfo().getReasonPhrase();
    return phrase == null || phrase.isEmpty() ? "Refused" : phrase;
  }

  /** Never the exception's own message: it may quote the request. */
  private static String detail(int status) {
    return switch (status) {
      case 404 -> "Nothing is served at this address.";
      case 405 -> "This method is not served here.";
      case 406 -> "No accepted media type can be given.";
      case 415 -> "This media type is not read here.";
      default -> status < 500 ? "The request cannot be read." : "The gate failed to answer.";
    };
  }
}
