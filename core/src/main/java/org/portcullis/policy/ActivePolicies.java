package org.portcullis.policy;

/** Policies that need no document. */
public final class ActivePolicies {

  private static final ActivePolicy BLOCKING = CompiledPolicy.of(PolicyContent.EMPTY).activate(0);

  private ActivePolicies() {}

  /**
   * The policy that stands where there is none: number 0, no roles, everything is blocked and
   * whatever is recorded is masked by every detector.
   */
  public static ActivePolicy blockingEverything() {
    return BLOCKING;
  }
}
