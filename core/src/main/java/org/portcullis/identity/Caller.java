package org.portcullis.identity;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;

/**
 * The human behind a call plus the agent that acts, as one verified token states them.
 *
 * @param id what identifies the pair; everything that belongs to a caller is bound to it
 * @param name how people know the human; for display, never compared
 * @param groups the values of the group claim; empty when the token has none
 * @param tokenId the token's {@code jti}, or an empty text; never the token
 * @param expiresAt when the token ends
 */
public record Caller(
    CallerId id, String name, Set<String> groups, String tokenId, Instant expiresAt) {

  public Caller {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    requireNonNull(tokenId, "tokenId");
    requireNonNull(expiresAt, "expiresAt");
    groups = Set.copyOf(groups);
  }
}
