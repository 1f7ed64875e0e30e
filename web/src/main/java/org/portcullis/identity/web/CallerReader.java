package org.portcullis.identity.web;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.portcullis.identity.Caller;
import org.portcullis.identity.CallerId;

/** Reads the caller out of a token that the container has verified. */
public final class CallerReader {

  private CallerReader() {}

  /**
   * The caller; empty when the token does not say who it is about, from whom it is or when it ends.
   */
  public static Optional<Caller> read(JsonWebToken token) {
    String issuer = token.getIssuer();
    String subject = token.getSubject();
    if (issuer == null || subject == null || subject.isBlank() || token.getExpirationTime() <= 0) {
      return Optional.empty();
    }
    Set<String> groups = token.getGroups();
    return Optional.of(
        new Caller(
            new CallerId(issuer, subject, client(token)),
            name(token, subject),
            groups == null ? Set.of() : groups,
            token.getTokenID() == null ? "" : token.getTokenID(),
            Instant.ofEpochSecond(token.getExpirationTime())));
  }

  /** For people to read; what is compared is the subject. */
  private static String name(JsonWebToken token, String subject) {
    return text(token, Claims.upn.name(), Claims.preferred_username.name()).orElse(subject);
  }

  /** The agent: {@code azp} (OpenID Connect Core 1.0) or {@code client_id} (RFC 9068). */
  private static String client(JsonWebToken token) {
    return text(token, Claims.azp.name(), "client_id").orElse("");
  }

  private static Optional<String> text(JsonWebToken token, String... claims) {
    return Stream.of(claims)
        .map(token::<Object>getClaim)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(value -> !value.isBlank())
        .findFirst();
  }
}
