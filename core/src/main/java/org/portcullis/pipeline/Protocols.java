package org.portcullis.pipeline;

import java.util.EnumMap;
import java.util.Map;
import org.portcullis.connection.Connection;
import org.portcullis.connection.ProtocolKind;
import org.portcullis.protocol.GateProtocol;

/** The protocols by kind; there is one for every kind. */
public final class Protocols {

  private final Map<ProtocolKind, GateProtocol> byKind;

  /**
   * @throws IllegalArgumentException when a kind has no protocol
   */
  public Protocols(Map<ProtocolKind, GateProtocol> byKind) {
    this.byKind = new EnumMap<>(byKind);
    for (ProtocolKind kind : ProtocolKind.values()) {
      if (!this.byKind.containsKey(kind)) {
        throw new IllegalArgumentException("byKind: no protocol for " + kind);
      }
    }
  }

  /** The protocol that a connection speaks. */
  GateProtocol of(Connection connection) {
    return byKind.get(connection.protocol());
  }
}
