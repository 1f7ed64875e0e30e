package org.portcullis.api.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.portcullis.identity.web.CallerReader;
import org.portcullis.policy.Policies;
import org.portcullis.settings.web.GateSettings;

/** Puts together what the resources of the admin API share. */
@ApplicationScoped
public class ApiAssembly {

  @Produces
  @Singleton
  Bodies bodies(GateSettings settings) {
    return new Bodies(settings.bodyLimit());
  }

  @Produces
  @Singleton
  Callers callers(CallerReader reader) {
    return new Callers(reader);
  }

  @Produces
  @Singleton
  Rights rights(Policies policies, GateSettings settings) {
    return new Rights(policies, settings.bootstrapAdminGroup());
  }
}
