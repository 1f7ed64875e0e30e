package org.portcullis.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is decided about a command, from the mildest to the strictest. */
public enum Effect {
  ALLOW,
  MASK,
  APPROVE,
  BLOCK;

  /** The stricter of two. */
  public Effect join(Effect other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The effect with this name as documents spell it, in lower case; empty when there is none. */
  public static Optional<Effect> named(String name) {
    return Arrays.stream(values()).filter(effect -> effect.label().equals(name)).findFirst();
  }

  /** The name as documents spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
