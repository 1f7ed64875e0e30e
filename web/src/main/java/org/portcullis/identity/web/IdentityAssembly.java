package org.portcullis.identity.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives out what reads callers. */
@ApplicationScoped
public class IdentityAssembly {

  @Produces
  @Singleton
  CallerReader callerReader(
      @ConfigProperty(name = "portcullis.token.groups.claim", defaultValue = "groups")
          String groupsClaim) {
    return new CallerReader(groupsClaim);
  }
}
