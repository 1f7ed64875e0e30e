package org.portcullis.connection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The protocols that a connection can speak. */
public enum ProtocolKind {
  MCP,
  REST;

  /** The kind with this name as documents spell it, in lower case; empty when there is none. */
  public static Optional<ProtocolKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(name)).findFirst();
  }

  /** The name as documents spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
