package org.portcullis.health.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import org.portcullis.settings.web.GateSettings;

/** Started, alive and ready once the settings are read: they are read first, or not at all. */
@Startup
@Liveness
@Readiness
@ApplicationScoped
public class ApplicationHealth implements HealthCheck {

  @Inject private GateSettings settings;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("application").status(settings.bodyLimit() > 0).build();
  }
}
