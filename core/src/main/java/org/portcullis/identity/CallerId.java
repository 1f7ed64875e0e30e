package org.portcullis.identity;

import static java.util.Objects.requireNonNull;

/**
 * What identifies a caller: compared part by part, never as a joined text, so that no character in
 * a subject can make two callers look alike.
 *
 * @param issuer the token's {@code iss}
 * @param subject the token's {@code sub}: the human, or the service itself
 * @param client the agent: {@code azp} or {@code client_id}
 */
public record CallerId(String issuer, String subject, String client) {

  public CallerId {
    requireNonNull(issuer, "issuer");
    requireNonNull(subject, "subject");
    requireNonNull(client, "client");
  }

  /** Whether the same human stands behind both, whichever agent acts for them. */
  public boolean sameHuman(CallerId other) {
    return issuer.equals(other.issuer) && subject.equals(other.subject);
  }
}
