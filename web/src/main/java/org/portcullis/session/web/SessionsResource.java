package org.portcullis.session.web;

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
import org.portcullis.api.web.ReasonDocument;
import org.portcullis.api.web.Replies;
import org.portcullis.api.web.Right;
import org.portcullis.session.Session;
import org.portcullis.session.SessionDesk;
import org.portcullis.session.SessionDesk.Summary;

/** Sessions as people look at them. */
@Path("/sessions")
@Tag(name = "Sessions", description = "What one caller did with one connection.")
@ApplicationScoped
public class SessionsResource {

  private static final int MOST = 500;

  @Inject private SessionDesk desk;
  @Inject private Bodies bodies;
  @Inject private Callers callers;

  /** Sessions, the latest first. */
  @GET
  @PermitAll
  @Needs({Right.ADMIN, Right.AUDITOR})
  @Operation(summary = "Lists sessions, the latest first")
  public Response list(
      @QueryParam("person") @Nullable String person,
      @QueryParam("connection") @Nullable String connection,
      @QueryParam("state") @Nullable String state,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") String limit,
      @Context UriInfo uri) {
    Parameters parameters = new Parameters();
    Session.State wanted = parameters.constant("state", state, Session.State.class);
    int most = parameters.number("limit", limit, 1, MOST);
    if (parameters.areFaulty()) {
      return parameters.refusal();
    }
    List<Summary> found =
        desk.search(new SessionDesk.Query(person, connection, wanted, after, most));
    Optional<String> next =
        found.size() < most
            ? Optional.empty()
            : Optional.of(found.get(found.size() - 1).session().id());
    return Replies.page(found.stream().map(SessionDocument::write).toList(), uri, "after", next);
  }

  /** One session; its events are found by {@code GET events?session=ID}. */
  @GET
  @Path("/{id}")
  @PermitAll
  @Needs({Right.ADMIN, Right.AUDITOR})
  @Operation(summary = "Shows a session; its events are at /events?session=ID")
  public Response find(@PathParam("id") String id) {
    return desk.find(id).map(SessionDocument::write).map(Replies::ok).orElseGet(Replies::notFound);
  }

  /** Kills a session. */
  @POST
  @Path("/{id}/kill")
  @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
  @PermitAll
  @Needs(Right.ADMIN)
  @Operation(
      summary = "Kills an open session",
      description = "Its id is unknown from now on and its streams end within two seconds.")
  public Response kill(
      @PathParam("id") String id, InputStream in, @Context SecurityContext security)
      throws IOException {
    ReasonDocument.Reading reading = ReasonDocument.read(bodies, in);
    if (reading instanceof ReasonDocument.Reading.Refused refused) {
      return refused.response();
    }
    String reason = ((ReasonDocument.Reading.Given) reading).reason();
    return desk.kill(id, callers.of(security), reason) ? Replies.nothing() : Replies.notFound();
  }
}
