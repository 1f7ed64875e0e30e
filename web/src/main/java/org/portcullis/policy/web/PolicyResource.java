package org.portcullis.policy.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import java.util.List;
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
import org.portcullis.identity.Caller;
import org.portcullis.json.StrictJson;
import org.portcullis.policy.Policies;
import org.portcullis.policy.document.PolicyReader;
import org.portcullis.policy.document.PolicyReading;
import org.portcullis.policy.lint.Finding;
import org.portcullis.policy.lint.Severity;

/** The policy document and its versions. */
@Path("/policy")
@Tag(name = "Policy", description = "Who may do what; one document, numbered versions.")
@ApplicationScoped
public class PolicyResource {

  private static final int MOST = 500;

  @Inject private Policies policies;
  @Inject private PolicyFindings findings;
  @Inject private ShadowRules shadows;
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
              + " What is most likely not meant comes back as `findings` with line, column, path and"
              + " reason, by the tools and connections that this gate knows; it does not keep a"
              + " document from being stored, unless `fail-on` (error, warning or note) asks for"
              + " that (422). If-Match guards against an author in between (412); If-None-Match: * against a"
              + " policy that is already there.")
  public Response put(
      InputStream in,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
      @QueryParam("fail-on") @Nullable String failOn,
      @Context SecurityContext security)
      throws IOException {
    Precondition precondition = Precondition.of(ifMatch, ifNoneMatch);
    if (precondition instanceof Precondition.Unreadable) {
      return Replies.problem(400, "Bad request", "If-Match holds no version of a policy.");
    }
    Parameters parameters = new Parameters();
    Severity least = parameters.constant("fail-on", failOn, Severity.class);
    if (parameters.areFaulty()) {
      return parameters.refusal();
    }
    Bodies.Text body = bodies.text(in);
    if (body instanceof Bodies.Text.Refused refused) {
      return refused.response();
    }
    return put(
        ((Bodies.Text.Read) body).text(),
        ((Precondition.Expected) precondition).version(),
        least,
        callers.of(security));
  }

  private Response put(
      String text, Optional<Integer> expected, @Nullable Severity least, Caller by) {
    PolicyReading reading = PolicyReader.read(text);
    if (reading instanceof PolicyReading.Faulty faulty) {
      return PolicyDocument.faulty(faulty.faults());
    }
    List<Finding> found = findings.of(text);
    if (least != null && found.stream().anyMatch(finding -> finding.isAtLeast(least))) {
      return PolicyDocument.refused(least, found);
    }
    Policies.Put put = policies.put(text, expected, by);
    return PolicyDocument.reply(put, ((PolicyReading.Read) reading).warnings(), found);
  }

  /** What putting a document would find, and nothing is stored. */
  @POST
  @Path("/lint")
  @Consumes({"application/yaml", "application/x-yaml", "text/yaml"})
  @PermitAll
  @Needs({Right.ADMIN, Right.AUDITOR})
  @Operation(
      summary = "Lists faults and findings of a document without storing it",
      description = "A fault is a finding with the rule F1. By what this gate knows, as with PUT.")
  public Response lint(InputStream in) throws IOException {
    Bodies.Text body = bodies.text(in);
    return body instanceof Bodies.Text.Refused refused
        ? refused.response()
        : PolicyDocument.findings(findings.of(((Bodies.Text.Read) body).text()));
  }

  /** What rules in shadow mode would have changed. */
  @GET
  @Path("/shadow")
  @PermitAll
  @Needs({Right.ADMIN, Right.AUDITOR})
  @Operation(
      summary = "Counts the decisions that rules in shadow mode would have changed",
      description =
          "From the latest part of the trail: `events` (20000, at most 200000) is how many events"
              + " are looked at. For each rule the calls that it would have changed, from and to"
              + " what, over what time, with an example.")
  public Response shadow(
      @QueryParam("events") @DefaultValue("" + ShadowRules.USUAL) String events) {
    Parameters parameters = new Parameters();
    int most = parameters.number("events", events, 1, ShadowRules.MOST);
    return parameters.areFaulty()
        ? parameters.refusal()
        : Replies.ok(ShadowDocument.of(shadows.report(most)));
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
