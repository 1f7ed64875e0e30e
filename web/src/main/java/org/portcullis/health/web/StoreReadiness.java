package org.portcullis.health.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.portcullis.policy.Policies;
import org.portcullis.recording.GateUnavailable;

/**
 * Ready while the store answers and the stored policy is the one that decides. A gate without any
 * policy is ready too: it blocks everything, and somebody has to be able to put the first one.
 */
@Readiness
@ApplicationScoped
public class StoreReadiness implements HealthCheck {

  private static final Logger LOG = System.getLogger(StoreReadiness.class.getName());

  @Inject private Policies policies;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("store and policy").status(isReady()).build();
  }

  private boolean isReady() {
    try {
      return policies.current().isEmpty() || policies.active().number() > 0;
    } catch (GateUnavailable e) {
      LOG.log(Level.ERROR, "not ready: " + e.getMessage(), e);
      return false;
    }
  }
}
