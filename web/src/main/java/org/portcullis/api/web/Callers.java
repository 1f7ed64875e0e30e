package org.portcullis.api.web;

import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.portcullis.identity.Caller;
import org.portcullis.identity.web.CallerReader;

/** The caller behind a request of the admin API. Safe for use by many threads. */
public final class Callers {

  private final CallerReader reader;

  Callers(CallerReader reader) {
    this.reader = reader;
  }

  /** The caller; every request that reached a resource method has one. */
  public Caller of(SecurityContext security) {
    return find(security).orElseThrow(() -> new NotAuthorizedException("Bearer"));
  }

  Optional<Caller> find(SecurityContext security) {
    return security.getUserPrincipal() instanceof JsonWebToken token
        ? reader.find(token)
        : Optional.empty();
  }
}
