package org.portcullis.approval.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
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
import org.portcullis.api.web.Rights;
import org.portcullis.approval.ApprovalDesk;
import org.portcullis.approval.ApprovalDesk.Voted;
import org.portcullis.approval.ApprovalRequest;
import org.portcullis.identity.Caller;
import org.portcullis.protocol.Problem;

/**
 * Requests for approval. Everyone may come here, because any role can be an approver's; each sees
 * what they may vote on and what they asked for.
 */
@Path("/approvals")
@Tag(name = "Approvals", description = "Requests for approval and the votes on them.")
@ApplicationScoped
public class ApprovalsResource {

  private static final int MOST = 500;

  @Inject private ApprovalDesk desk;
  @Inject private Rights rights;
  @Inject private Bodies bodies;
  @Inject private Callers callers;

  /** Requests that the caller may see, the newest first. */
  @GET
  @PermitAll
  @Needs({})
  @Operation(
      summary = "Lists requests, the newest first",
      description = "Those the caller may vote on or asked for; all of them for admin and auditor.")
  public Response list(
      @QueryParam("state") @Nullable String state,
      @QueryParam("limit") @DefaultValue("100") String limit,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    Parameters parameters = new Parameters();
    ApprovalRequest.State wanted = parameters.constant("state", state, ApprovalRequest.State.class);
    int most = parameters.number("limit", limit, 1, MOST);
    if (parameters.areFaulty()) {
      return parameters.refusal();
    }
    Visibility visibility = new Visibility(callers.of(security), rights);
    return page(
        desk.requests(wanted, MOST).stream().filter(visibility::sees).limit(most).toList(), uri);
  }

  /** The caller's own requests, the newest first. */
  @GET
  @Path("/mine")
  @PermitAll
  @Needs({})
  @Operation(summary = "Lists the caller's own requests, the newest first")
  public Response mine(
      @QueryParam("limit") @DefaultValue("100") String limit,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    Parameters parameters = new Parameters();
    int most = parameters.number("limit", limit, 1, MOST);
    return parameters.areFaulty()
        ? parameters.refusal()
        : page(desk.requestsOf(callers.of(security), most), uri);
  }

  /** One request. */
  @GET
  @Path("/{id}")
  @PermitAll
  @Needs({})
  @Operation(summary = "Shows a request with its command, masked arguments and votes")
  public Response find(@PathParam("id") String id, @Context SecurityContext security) {
    Visibility visibility = new Visibility(callers.of(security), rights);
    return desk.request(id)
        .filter(visibility::sees)
        .map(ApprovalDocument::write)
        .map(Replies::ok)
        .orElseGet(Replies::notFound);
  }

  /** Takes a vote. */
  @POST
  @Path("/{id}/votes")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermitAll
  @Needs({})
  @Operation(
      summary = "Votes on a request",
      description =
          "`vote` is approve or deny; a denial needs a reason. 403 for who may not vote, 409 when"
              + " the request is decided or over.")
  public Response vote(
      @PathParam("id") String id, InputStream in, @Context SecurityContext security)
      throws IOException {
    Bodies.Body body = bodies.json(in);
    if (body instanceof Bodies.Body.Refused refused) {
      return refused.response();
    }
    VoteDocument.Reading reading = VoteDocument.read(((Bodies.Body.Json) body).node());
    if (reading instanceof VoteDocument.Reading.Faulty faulty) {
      return Replies.faulty(faulty.faults());
    }
    Caller caller = callers.of(security);
    if (desk.request(id).filter(new Visibility(caller, rights)::sees).isEmpty()) {
      return Replies.notFound();
    }
    VoteDocument.Reading.Read vote = (VoteDocument.Reading.Read) reading;
    return reply(desk.vote(id, vote.choice(), vote.reason(), caller));
  }

  private static Response reply(Voted voted) {
    if (voted instanceof Voted.Counted counted) {
      return Replies.ok(ApprovalDocument.write(counted.request()));
    }
    if (voted instanceof Voted.Refused refused) {
      return Replies.problem(403, "Forbidden", refused.reason());
    }
    if (voted instanceof Voted.Closed closed) {
      ObjectNode problem =
          Problem.document(
              409, "Conflict", "The request is decided or over; the vote is not kept.");
      problem.set("request", ApprovalDocument.write(closed.request()));
      return Replies.problem(problem);
    }
    return Replies.notFound();
  }

  private static Response page(List<ApprovalRequest> requests, UriInfo uri) {
    return Replies.page(
        requests.stream().map(ApprovalDocument::write).toList(), uri, "after", Optional.empty());
  }
}
