package org.portcullis.bench.policy;

/** An engine with a policy, which was told the calls it will be asked about. */
interface Engine {

  /**
   * Decides about a call.
   *
   * @param call its place in the list of calls
   * @return the engine's own answer
   */
  Object decide(int call) throws Exception;

  /** Whether that answer lets the call pass. */
  boolean allows(Object answer);
}
