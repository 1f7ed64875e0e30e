package org.portcullis.connection;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A value that must not be seen. It never shows itself in a text and compares in constant time. */
public final class Secret {

  private final String value;

  public Secret(String value) {
    this.value = requireNonNull(value, "value");
  }

  /** The value itself; call this only where it is put on the wire or into the store. */
  public String reveal() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret
        && MessageDigest.isEqual(
            value.getBytes(StandardCharsets.UTF_8), secret.value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "[secret]";
  }
}
