package org.portcullis.proxy.web;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/**
 * The data path: {@code /gate/{connection}} and everything below it.
 *
 * <p>No role is asked for here, because who may do what is the policy's word, command by command.
 * That there is a verified token at all is the guard's work, which every request meets before.
 */
@Path("/{path:.*}")
@ApplicationScoped
public class ProxyResource {

  private static final String ALLOWED = "GET, POST, PUT, PATCH, DELETE";

  @Inject private DataPath dataPath;

  /** Reads, or opens a stream. */
  @GET
  @PermitAll
  public Response get() throws IOException {
    return dataPath.serve(RawExchange.current());
  }

  /** Calls. */
  @POST
  @PermitAll
  public Response post() throws IOException {
    return dataPath.serve(RawExchange.current());
  }

  /** Replaces. */
  @PUT
  @PermitAll
  public Response put() throws IOException {
    return dataPath.serve(RawExchange.current());
  }

  /** Changes. */
  @PATCH
  @PermitAll
  public Response patch() throws IOException {
    return dataPath.serve(RawExchange.current());
  }

  /** Deletes, or ends a session. */
  @DELETE
  @PermitAll
  public Response delete() throws IOException {
    return dataPath.serve(RawExchange.current());
  }

  /** Runs nothing: without this method, JAX-RS would serve HEAD by what serves GET. */
  @HEAD
  @PermitAll
  public Response head() {
    return Response.status(Response.Status.METHOD_NOT_ALLOWED).header("Allow", ALLOWED).build();
  }

  /** Runs nothing. */
  @OPTIONS
  @PermitAll
  public Response options() {
    return Response.noContent().header("Allow", ALLOWED).build();
  }
}
