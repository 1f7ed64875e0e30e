package org.portcullis.masking.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.portcullis.api.web.Bodies;
import org.portcullis.api.web.Document;
import org.portcullis.api.web.Needs;
import org.portcullis.api.web.Replies;
import org.portcullis.api.web.Right;
import org.portcullis.masking.Detection;

/** Masking, tried out. */
@Path("/masking:try")
@Tag(name = "Masking", description = "Tries detectors on a text or a document.")
@ApplicationScoped
public class MaskingResource {

  private static final String ALL = "ALL";

  @Inject private Bodies bodies;

  /** Masks a text or a document. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @PermitAll
  @Needs({Right.ADMIN, Right.AUDITOR})
  @Operation(
      summary = "Masks a text or a document",
      description =
          "Nothing is kept. Offsets are in UTF-16 units; in a document each span says in which text"
              + " it is.")
  public Response mask(InputStream in) throws IOException {
    Bodies.Body body = bodies.json(in);
    if (body instanceof Bodies.Body.Refused refused) {
      return refused.response();
    }
    JsonNode root = ((Bodies.Body.Json) body).node();
    Document document = Document.of(root);
    document.only("text", "json", "detect");
    Set<Detection> detect = detections(document);
    Optional<String> text = document.optionalText("text");
    if (root.has("text") == root.has("json")) {
      document.fault("", "says not what to mask (expected: either text or json)");
    }
    if (!document.faults().isEmpty()) {
      return Replies.faulty(document.faults());
    }
    Trial trial = new Trial(detect);
    return Replies.ok(text.map(trial::text).orElseGet(() -> trial.json(root.path("json"))));
  }

  private static Set<Detection> detections(Document document) {
    List<String> names = document.has("detect") ? document.texts("detect") : List.of(ALL);
    Set<Detection> detect = EnumSet.noneOf(Detection.class);
    for (String name : names) {
      if (name.equals(ALL)) {
        detect.addAll(EnumSet.allOf(Detection.class));
      } else if (isKnown(name)) {
        detect.add(Detection.valueOf(name));
      } else {
        document.fault("detect", "unknown (expected: ALL, EMAIL, CREDIT_CARD or SECRETS)");
      }
    }
    return detect;
  }

  private static boolean isKnown(String name) {
    return Arrays.stream(Detection.values()).anyMatch(known -> known.name().equals(name));
  }
}
