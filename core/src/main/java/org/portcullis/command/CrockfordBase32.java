package org.portcullis.command;

import java.security.SecureRandom;

/** Sixteen random characters of Crockford's base 32 alphabet, which leaves out I, L, O and U. */
final class CrockfordBase32 {

  private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private static final int BYTES = 16;
  private static final int MASK = 31;

  private CrockfordBase32() {}

  /** Each byte gives its low five bits, so 16 characters carry 80 random bits. */
  static String encode(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    StringBuilder text = new StringBuilder(BYTES);
    for (byte b : bytes) {
      text.append(ALPHABET[b & MASK]);
    }
    return text.toString();
  }
}
