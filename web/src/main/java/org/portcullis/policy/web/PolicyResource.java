package org.portcullis.policy.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.portcullis.api.web.Bodies;
import org.portcullis.api.web.Callers;
import org.portcullis.api.web.Needs;
import org.portcullis.api.web.Parameters;
import org.portcullis.api.web.Replies;
import org.portcullis.api.web.Right;
import org.portcullis.json.StrictJson;
import org.portcullis.policy.Policies;
import org.portcullis.policy.PolicyReader;
import org.portcullis.policy.PolicyReading;

/** The policy document and its versions. */
@Path("/policy")
@Tag(name = "Policy", description = "Who may do what; one document, numbered versions.")
@ApplicationScoped
public class PolicyResource {

  private static final int MOST = 500;

  @Inject private Policies policies;
  @Inject private Bodies bodies;
  @Inject private Callers callers;

  /** The active version's document. */
  @GET
  @PermitAll
  @Needs({Right.ADMIN, Right.AUDITOR})
  @Operation(summary = "Shows the active policy as it was put; its ETag is the version")
  public Response current() {
    return policies.current().map(PolicyDocument::yaml).orElseGet(Replies::notFound);
  }

  /** Makes a document the active version. */
  @PUT
  @Consumes({"application/yaml", "application/x-yaml", "text/yaml"})
  @PermitAll
  @Needs(Right.ADMIN)
  @Operation(
      summary = "Makes a document the active policy",
      description =
          "A document with faults changes nothing: 422 with line, column, path and message of each."
              + " If-Match guards against an author in between (412); If-None-Match: * against a"
              + " policy that is already there.")
  public Response put(
      InputStream in,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
      @Context SecurityContext security)
      throws IOException {
    Precondition precondition = Precondition.of(ifMatch, ifNoneMatch);
    if (precondition instanceof Precondition.Unreadable) {
      return Replies.problem(400, "Bad request", "If-Match holds no version of a policy.");
    }
    Bodies.Text body = bodies.text(in);
    if (body instanceof Bodies.Text.Refused refused) {
      return refused.response();
    }
    String text = ((Bodies.Text.Read) body).text();
    PolicyReading reading = PolicyReader.read(text);
    if (reading instanceof PolicyReading.Faulty faulty) {
      return PolicyDocument.faulty(faulty.faults());
    }
    Optional<Integer> expected = ((Precondition.Expected) precondition).version();
    Policies.Put put = policies.put(text, expected, callers.of(security));
    return PolicyDocument.reply(put, ((PolicyReading.Read) reading).warnings());
  }

  /** Versions, the newest first. */
  @GET
  @Path("/versions")
  @PermitAll
  @Needs({Right.ADMIN, Right.AUDITOR})
  @Operation(summary = "Lists versions, the newest first")
  public Response versions(
      @QueryParam("limit") @DefaultValue("100") String limit, @Context UriInfo uri) {
    Parameters parameters = new Parameters();
    int most = parameters.number("limit", limit, 1, MOST);
    return parameters.areFaulty()
        ? parameters.refusal()
        : Replies.page(
            policies.history(most).stream().map(PolicyResource::summary).toList(),
            uri,
            "after",
            Optional.empty());
  }

  /** One version's document. */
  @GET
  @Path("/versions/{number:[1-9][0-9]{0,8}}")
  @PermitAll
  @Needs({Right.ADMIN, Right.AUDITOR})
  @Operation(summary = "Shows a version as it was put")
  public Response version(@PathParam("number") int number) {
    return policies.find(number).map(PolicyDocument::yaml).orElseGet(Replies::notFound);
  }

  private static ObjectNode summary(Policies.Version version) {
    return StrictJson.object()
        .put("version", version.number())
        .put("author", version.author())
        .put("at", version.at().toString());
  }
}
