package org.portcullis.api.web;

import java.util.Optional;
import java.util.Set;
import org.portcullis.identity.Caller;
import org.portcullis.policy.Policies;

/** Who holds which right, by the active policy alone. Safe for use by many threads. */
public final class Rights {

  private final Policies policies;
  private final Optional<String> bootstrapAdminGroup;

  Rights(Policies policies, Optional<String> bootstrapAdminGroup) {
    this.policies = policies;
    this.bootstrapAdminGroup = bootstrapAdminGroup;
  }

  /** Whether the caller holds any of these. */
  public boolean hasAny(Caller caller, Right... rights) {
    Set<String> roles = policies.active().roles(caller);
    for (Right right : rights) {
      if (roles.contains(right.role()) || (right == Right.ADMIN && bootstraps(caller))) {
        return true;
      }
    }
    return false;
  }

  /** The caller's roles under the active policy. */
  public Set<String> roles(Caller caller) {
    return policies.active().roles(caller);
  }

  /**
   * Somebody has to put the first policy. This ends with it, and does not come back when a stored
   * policy cannot be used.
   */
  private boolean bootstraps(Caller caller) {
    return bootstrapAdminGroup.filter(caller.groups()::contains).isPresent()
        && policies.active().number() == 0
        && policies.current().isEmpty();
  }
}
