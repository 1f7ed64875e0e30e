package org.portcullis.protocol.mcp;

import java.util.Set;

/**
 * What an operator sets about MCP.
 *
 * @param allowedOrigins values of {@code Origin} that may come; compared as texts. A request
 *     without {@code Origin} comes from no browser and passes
 * @param maxEventBytes what one event of an upstream may have at most
 * @param maxBatch messages that one batch may hold at most
 */
public record McpSettings(Set<String> allowedOrigins, int maxEventBytes, int maxBatch) {

  public McpSettings {
    allowedOrigins = Set.copyOf(allowedOrigins);
    if (maxEventBytes < 1 || maxBatch < 1) {
      throw new IllegalArgumentException("maxEventBytes, maxBatch: too small (expected: >= 1)");
    }
  }

  /** No browser may come; events up to 4 MiB; batches up to 100 messages. */
  public static McpSettings defaults() {
    return new McpSettings(Set.of(), 4 * 1024 * 1024, 100);
  }
}
