package org.portcullis.demo.agent;

/** How an agent waits for a person: where a chat would pause until someone writes. */
@FunctionalInterface
public interface Patience {
  /**
   * Returns when it makes sense to go on.
   *
   * @param reason the observation that made the model wait
   * @return what the model is told about the wait
   */
  Observation waitFor(Observation reason);
}
