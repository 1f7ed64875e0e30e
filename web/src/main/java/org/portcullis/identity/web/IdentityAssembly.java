package org.portcullis.identity.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives out what reads callers and their groups. */
@ApplicationScoped
public class IdentityAssembly {

  @Produces
  @Singleton
  GroupsClaim groupsClaim(
      @ConfigProperty(name = "portcullis.token.groups.claim", defaultValue = "groups") String name,
      @ConfigProperty(name = "portcullis.token.groups.separator", defaultValue = "none")
          String separator) {
    return new GroupsClaim(name, GroupSeparator.named(separator));
  }

  @Produces
  @Singleton
  CallerReader callerReader(GroupsClaim groups) {
    return new CallerReader(groups);
  }
}
