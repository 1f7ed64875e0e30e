package org.portcullis.policy.engine;

import java.util.List;
import java.util.Map;
import org.portcullis.policy.ActivePolicy;
import org.portcullis.policy.PolicyContent;

/** Policies that need no document. */
public final class ActivePolicies {

  private static final ActivePolicy BLOCKING =
      CompiledPolicy.of(new PolicyContent(Map.of(), Map.of(), List.of(), Map.of())).activate(0);

  private ActivePolicies() {}

  /**
   * The policy that stands where there is none: number 0, no roles, everything is blocked and
   * whatever is recorded is masked by every detector.
   */
  public static ActivePolicy blockingEverything() {
    return BLOCKING;
  }
}
