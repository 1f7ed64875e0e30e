package org.portcullis.identity.web;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.portcullis.identity.Caller;
import org.portcullis.identity.CallerId;
import org.portcullis.json.Digests;

/** Reads the caller out of a token that the container has verified. Safe for many threads. */
public final class CallerReader {

  private static final Logger LOG = System.getLogger(CallerReader.class.getName());
  private static final int MOST_KNOWN = 4096;

  /** Header, claims and signature (RFC 7515, section 3.1). */
  private static final int SIGNED_PARTS = 3;

  private final GroupsClaim groups;

  /**
   * Readings by the digest of their token, never by the token. That a token is still good is
   * checked by the container at each request; what it says does not change.
   */
  private final Map<String, CallerReading> known = new ConcurrentHashMap<>();

  /**
   * @param groups the claim that holds the groups: the one that the container reads too
   */
  CallerReader(GroupsClaim groups) {
    this.groups = groups;
  }

  /** The caller; empty when the token does not state one in full. */
  public Optional<Caller> find(JsonWebToken token) {
    return read(token) instanceof CallerReading.Known reading
        ? Optional.of(reading.caller())
        : Optional.empty();
  }

  /** The caller, or what is missing. */
  CallerReading read(JsonWebToken token) {
    if (known.size() >= MOST_KNOWN) {
      known.clear();
    }
    String digest = Digests.sha256(token.getRawToken().getBytes(StandardCharsets.US_ASCII));
    return known.computeIfAbsent(digest, unknown -> readClaims(token));
  }

  private CallerReading readClaims(JsonWebToken token) {
    String issuer = token.getIssuer();
    String subject = token.getSubject();
    if (issuer == null || subject == null || subject.isBlank() || token.getExpirationTime() <= 0) {
      return new CallerReading.Nobody();
    }
    GroupsClaim.Reading reading = groups.read(claims(token));
    if (reading instanceof GroupsClaim.Reading.Unknown unknown) {
      // Once a token, so that whoever sends one again and again does not fill the log.
      LOG.log(Level.WARNING, "a caller is refused: groups {0} in the access token", unknown.why());
      return new CallerReading.WithoutGroups(unknown.why());
    }
    return new CallerReading.Known(
        new Caller(
            new CallerId(issuer, subject, client(token)),
            name(token, subject),
            ((GroupsClaim.Reading.Known) reading).groups(),
            token.getTokenID() == null ? "" : token.getTokenID(),
            Instant.ofEpochSecond(token.getExpirationTime())));
  }

  /**
   * The claims as they stand in the token. What the container makes of them no longer tells a claim
   * that is missing from one of another type. An encrypted token has only what the container made.
   */
  private static Function<String, @Nullable Object> claims(JsonWebToken token) {
    String[] parts = token.getRawToken().split("\\.", -1);
    if (parts.length != SIGNED_PARTS) {
      return token::getClaim;
    }
    byte[] payload = Base64.getUrlDecoder().decode(parts[1]);
    try (JsonReader reader =
        Json.createReader(new StringReader(new String(payload, StandardCharsets.UTF_8)))) {
      return reader.readObject()::get;
    }
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

  /** Claims that the specification does not name come as JSON values. */
  private static String text(@Nullable Object value) {
    if (value instanceof JsonString string) {
      return string.getString();
    }
    return value instanceof String string ? string : "";
  }
}
