package org.portcullis.demo.agent;

/** What thinks: a language model, or the script that stands for one in the demo. */
@FunctionalInterface
public interface Model {
  /**
   * Decides what to do next.
   *
   * @param transcript everything so far; empty at the start
   * @return never null
   */
  Step next(Transcript transcript);
}
