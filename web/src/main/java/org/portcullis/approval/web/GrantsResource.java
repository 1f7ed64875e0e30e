package org.portcullis.approval.web;

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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.portcullis.api.web.Bodies;
import org.portcullis.api.web.Callers;
import org.portcullis.api.web.Needs;
import org.portcullis.api.web.Parameters;
import org.portcullis.api.web.ReasonDocument;
import org.portcullis.api.web.Replies;
import org.portcullis.api.web.Right;
import org.portcullis.approval.ApprovalDesk;
import org.portcullis.approval.Grant;

/** What approvals allow. */
@Path("/grants")
@Tag(name = "Grants", description = "The right to run one approved command once.")
@ApplicationScoped
public class GrantsResource {

  private static final int MOST = 500;

  @Inject private ApprovalDesk desk;
  @Inject private Bodies bodies;
  @Inject private Callers callers;

  /** Grants, the newest first. */
  @GET
  @PermitAll
  @Needs({Right.ADMIN, Right.AUDITOR, Right.APPROVER})
  @Operation(summary = "Lists grants, the newest first")
  public Response list(
      @QueryParam("state") @Nullable String state,
      @QueryParam("limit") @DefaultValue("100") String limit,
      @Context UriInfo uri) {
    Parameters parameters = new Parameters();
    Grant.State wanted = parameters.constant("state", state, Grant.State.class);
    int most = parameters.number("limit", limit, 1, MOST);
    return parameters.areFaulty()
        ? parameters.refusal()
        : Replies.page(
            desk.grants(wanted, most).stream().map(ApprovalDocument::write).toList(),
            uri,
            "after",
            Optional.empty());
  }

  /** Takes a grant back. */
  @POST
  @Path("/{id}/revoke")
  @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
  @PermitAll
  @Needs({Right.ADMIN, Right.APPROVER})
  @Operation(
      summary = "Takes a grant back",
      description = "Answers with the grant as it stands now: one that is used up stays so.")
  public Response revoke(
      @PathParam("id") String id, InputStream in, @Context SecurityContext security)
      throws IOException {
    ReasonDocument.Reading reading = ReasonDocument.read(bodies, in);
    if (reading instanceof ReasonDocument.Reading.Refused refused) {
      return refused.response();
    }
    String reason = ((ReasonDocument.Reading.Given) reading).reason();
    return desk.revoke(id, callers.of(security), reason)
        .map(ApprovalDocument::write)
        .map(Replies::ok)
        .orElseGet(Replies::notFound);
  }
}
