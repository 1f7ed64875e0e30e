package org.portcullis.tools.replay;

import java.util.List;
import org.portcullis.policy.Effect;

/** What deciding a recorded call again came to. */
public sealed interface Replayed {

  /**
   * It was decided.
   *
   * @param effect what is decided now
   * @param rules that lead to it
   */
  record Decided(Effect effect, List<String> rules) implements Replayed {}

  /** The record does not tell what the decision depends on. */
  record Untold(String reason) implements Replayed {}
}
