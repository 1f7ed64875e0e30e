package org.portcullis.identity.web;

import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.portcullis.identity.Caller;
import org.portcullis.identity.CallerId;
import org.portcullis.json.Digests;

/** Reads the caller out of a token that the container has verified. Safe for many threads. */
public final class CallerReader {

  private static final int MOST_KNOWN = 4096;

  private final String groupsClaim;

  /**
   * Callers by the digest of their token, never by the token. That a token is still good is checked
   * by the container at each request; what it says does not change.
   */
  private final Map<String, Optional<Caller>> known = new ConcurrentHashMap<>();

  /**
   * @param groupsClaim the claim that holds the groups: the one that the container reads too
   */
  CallerReader(String groupsClaim) {
    this.groupsClaim = groupsClaim;
  }

  /**
   * The caller; empty when the token does not say who it is about, from whom it is or when it ends.
   */
  public Optional<Caller> read(JsonWebToken token) {
    if (known.size() >= MOST_KNOWN) {
      known.clear();
    }
    String digest = Digests.sha256(token.getRawToken().getBytes(StandardCharsets.US_ASCII));
    return known.computeIfAbsent(digest, unknown -> readClaims(token));
  }

  private Optional<Caller> readClaims(JsonWebToken token) {
    String issuer = token.getIssuer();
    String subject = token.getSubject();
    if (issuer == null || subject == null || subject.isBlank() || token.getExpirationTime() <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Caller(
            new CallerId(issuer, subject, client(token)),
            name(token, subject),
            groups(token),
            token.getTokenID() == null ? "" : token.getTokenID(),
            Instant.ofEpochSecond(token.getExpirationTime())));
  }

  /** For people to read; what is compared is the subject. */
  private static String name(JsonWebToken token, String subject) {
    return first(token, Claims.upn.name(), Claims.preferred_username.name()).orElse(subject);
  }

  /** The agent: {@code azp} (OpenID Connect Core 1.0) or {@code client_id} (RFC 9068). */
  private static String client(JsonWebToken token) {
    return first(token, Claims.azp.name(), "client_id").orElse("");
  }

  private static Optional<String> first(JsonWebToken token, String... claims) {
    return Stream.of(claims)
        .map(claim -> text(token.<Object>getClaim(claim)))
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  private Set<String> groups(JsonWebToken token) {
    Object claim = token.<Object>getClaim(groupsClaim);
    Set<String> groups = new LinkedHashSet<>();
    Collection<?> values = claim instanceof Collection<?> several ? several : one(claim);
    for (Object value : values) {
      String group = text(value);
      if (!group.isBlank()) {
        groups.add(group);
      }
    }
    return groups;
  }

  private static Collection<?> one(@Nullable Object value) {
    return value == null ? Set.of() : Set.of(value);
  }

  /** Claims that the specification does not name come as JSON values. */
  private static String text(@Nullable Object value) {
    if (value instanceof JsonString string) {
      return string.getString();
    }
    return value instanceof String string ? string : "";
  }
}
