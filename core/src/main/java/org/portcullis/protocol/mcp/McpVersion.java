package org.portcullis.protocol.mcp;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The revisions that the gate speaks, the oldest first. */
enum McpVersion {
  V2025_03_26("2025-03-26"),
  V2025_06_18("2025-06-18"),
  V2025_11_25("2025-11-25");

  /** The revision without a handshake; it is recognized in order to be refused clearly. */
  static final String MODERN = "2026-07-28";

  /** What is proposed to an upstream when the client asks for a revision that is not ours. */
  static final McpVersion NEWEST = V2025_11_25;

  private final String label;

  McpVersion(String label) {
    this.label = label;
  }

  static Optional<McpVersion> named(String label) {
    return Arrays.stream(values()).filter(version -> version.label.equals(label)).findFirst();
  }

  static List<String> supported() {
    return Arrays.stream(values()).map(McpVersion::label).toList();
  }

  String label() {
    return label;
  }

  /** Whether several messages may come in one array; later revisions took that away. */
  boolean hasBatches() {
    return this == V2025_03_26;
  }

  /** Whether requests after the handshake carry {@code MCP-Protocol-Version}. */
  boolean hasVersionHeader() {
    return this != V2025_03_26;
  }

  /** Whether events without data may come, and a stream may end early to be taken up again. */
  boolean hasPolling() {
    return this == V2025_11_25;
  }
}
