package org.portcullis.policy.engine;

import java.util.List;

/**
 * What sub-commands get from the command they were found in: the ids of rules that say {@code
 * inner: any} about it, those that count and those in shadow mode.
 */
record Inherited(List<String> enforced, List<String> shadow) {

  static final Inherited NOTHING = new Inherited(List.of(), List.of());

  Inherited {
    enforced = List.copyOf(enforced);
    shadow = List.copyOf(shadow);
  }

  boolean isNothing() {
    return enforced.isEmpty() && shadow.isEmpty();
  }
}
