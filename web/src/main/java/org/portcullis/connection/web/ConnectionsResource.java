package org.portcullis.connection.web;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.portcullis.api.web.Bodies;
import org.portcullis.api.web.Callers;
import org.portcullis.api.web.Needs;
import org.portcullis.api.web.Replies;
import org.portcullis.api.web.Right;
import org.portcullis.connection.Connection;
import org.portcullis.connection.Connections;

/** Registered upstreams. */
@Path("/connections")
@Tag(name = "Connections", description = "Registered upstreams; their credentials are write-only.")
@ApplicationScoped
public class ConnectionsResource {

  @Inject private Connections connections;
  @Inject private Bodies bodies;
  @Inject private Callers callers;

  /** Every connection, by name. */
  @GET
  @PermitAll
  @Needs({Right.ADMIN, Right.AUDITOR})
  @Operation(summary = "Lists every connection by name, without credentials")
  public Response list(@Context UriInfo uri) {
    return Replies.page(
        connections.all().stream().map(ConnectionDocument::write).toList(),
        uri,
        "after",
        Optional.empty());
  }

  /** One connection. */
  @GET
  @Path("/{name}")
  @PermitAll
  @Needs({Right.ADMIN, Right.AUDITOR})
  @Operation(summary = "Shows a connection without its credential")
  public Response find(@PathParam("name") String name) {
    return connections
        .find(name)
        .map(ConnectionDocument::write)
        .map(Replies::ok)
        .orElseGet(Replies::notFound);
  }

  /** Adds or replaces a connection. */
  @PUT
  @Path("/{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermitAll
  @Needs(Right.ADMIN)
  @Operation(
      summary = "Adds or replaces a connection",
      description =
          "The whole document is replaced, its credential too: one that is left out is none."
              + " 201 when the connection is new, 200 when it was replaced, 422 with every fault.")
  public Response put(
      @PathParam("name") String name, InputStream in, @Context SecurityContext security)
      throws IOException {
    Bodies.Body body = bodies.json(in);
    if (body instanceof Bodies.Body.Refused refused) {
      return refused.response();
    }
    ConnectionDocument.Reading reading =
        ConnectionDocument.read(name, ((Bodies.Body.Json) body).node());
    if (reading instanceof ConnectionDocument.Reading.Faulty faulty) {
      return Replies.faulty(faulty.faults());
    }
    Connection connection = ((ConnectionDocument.Reading.Read) reading).connection();
    boolean added = connections.put(connection, callers.of(security));
    return Replies.json(added ? 201 : 200, ConnectionDocument.write(connection));
  }

  /** Removes a connection. */
  @DELETE
  @Path("/{name}")
  @PermitAll
  @Needs(Right.ADMIN)
  @Operation(summary = "Removes a connection")
  public Response remove(@PathParam("name") String name, @Context SecurityContext security) {
    return connections.remove(name, callers.of(security)) ? Replies.nothing() : Replies.notFound();
  }
}
