package org.portcullis.api.web;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.portcullis.identity.Caller;

/** Lets a request through to a resource method whose {@link Needs} the caller meets. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class RightsFilter implements ContainerRequestFilter {

  @Inject private Rights rights;
  @Inject private Callers callers;
  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<Caller> caller = callers.find(request.getSecurityContext());
    if (caller.isEmpty()) {
      request.abortWith(Replies.problem(401, "Unauthorized", "The token names no caller."));
      return;
    }
    Needs needs = resource.getResourceMethod().getAnnotation(Needs.class);
    if (needs == null || !isMet(needs, caller.get())) {
      request.abortWith(
          Replies.problem(403, "Forbidden", "Your roles under the active policy do not allow it."));
    }
  }

  private boolean isMet(Needs needs, Caller caller) {
    return needs.value().length == 0 || rights.hasAny(caller, needs.value());
  }
}
