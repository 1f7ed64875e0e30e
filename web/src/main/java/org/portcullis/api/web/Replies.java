package org.portcullis.api.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.portcullis.json.StrictJson;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.Problem;

/** Answers of the admin API. */
public final class Replies {

  private Replies() {}

  /** 200 with a document. */
  public static Response ok(JsonNode document) {
    return json(200, document);
  }

  /** A document with a status. */
  public static Response json(int status, JsonNode document) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header("Cache-Control", "no-store")
        .entity(bytes(document))
        .build();
  }

  /**
   * 200 with a page of a list: {@code {"items":[…],"next":"…"}} and a Link header (RFC 8288).
   *
   * @param next the value of {@code parameter} that leads on, or empty at the end
   */
  public static Response page(
      List<? extends JsonNode> items, UriInfo uri, String parameter, Optional<String> next) {
    ObjectNode page = StrictJson.object();
    ArrayNode array = page.putArray("items");
    items.forEach(array::add);
    if (next.isEmpty()) {
      return ok(page);
    }
    URI more = uri.getRequestUriBuilder().replaceQueryParam(parameter, next.get()).build();
    page.put("next", more.getRawPath() + "?" + more.getRawQuery());
    return Response.fromResponse(ok(page))
        .header("Link", "<" + page.get("next").textValue() + ">; rel=\"next\"")
        .build();
  }

  /** 204. */
  public static Response nothing() {
    return Response.noContent().build();
  }

  /** A problem document (RFC 9457). */
  public static Response problem(int status, String title, String detail) {
    return problem(Problem.document(status, title, detail));
  }

  /** A problem document with members of its own. */
  public static Response problem(ObjectNode document) {
    Answer.Whole answer = Problem.answer(document);
    Response.ResponseBuilder builder =
        Response.status(answer.status()).type(Problem.MEDIA_TYPE).entity(answer.body());
    return builder.header("Cache-Control", "no-store").build();
  }

  /** 404: there is none, or none for this caller. */
  public static Response notFound() {
    return problem(404, "Not found", "There is no such thing, or it is not for you to see.");
  }

  /** 422 with one entry a fault. */
  public static Response faulty(List<Fault> faults) {
    ObjectNode problem =
        Problem.document(
            422, "Faulty", "The document was read, and " + faults.size() + " fault(s) found.");
    ArrayNode list = problem.putArray("faults");
    for (Fault fault : faults) {
      list.addObject().put("path", fault.path()).put("message", fault.message());
    }
    return problem(problem);
  }

  private static byte[] bytes(JsonNode document) {
    try {
      return StrictJson.mapperForNodes().writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of nodes can always be written", e);
    }
  }
}
