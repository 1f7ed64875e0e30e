package org.portcullis.command;

import java.security.SecureRandom;

/** Gives out identifiers. Injected, so that a test can foretell them. */
@FunctionalInterface
public interface Ids {

  /**
   * A new identifier: the prefix, a hyphen, and a part nobody can guess.
   *
   * @param prefix what kind of thing it names, for example {@code A} for an approval request
   */
  String next(String prefix);

  /** Identifiers of 80 random bits in Crockford's base 32. Safe for use by many threads. */
  static Ids random() {
    SecureRandom random = new SecureRandom();
    return prefix -> prefix + "-" + CrockfordBase32.encode(random);
  }
}
