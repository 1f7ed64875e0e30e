package org.portcullis.api.web;

import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.portcullis.identity.Caller;
import org.portcullis.identity.web.CallerReader;

/** The caller behind a request of the admin API. */
public final class Callers {

  private Callers() {}

  /** The caller; every request that reached a resource method has one. */
  public static Caller of(SecurityContext security) {
    return find(security).orElseThrow(() -> new NotAuthorizedException("Bearer"));
  }

  static Optional<Caller> find(SecurityContext security) {
    return security.getUserPrincipal() instanceof JsonWebToken token
        ? CallerReader.read(token)
        : Optional.empty();
  }
}
