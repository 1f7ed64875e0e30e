package org.portcullis.identity.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.Principal;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.portcullis.identity.web.Admission.Admitted;
import org.portcullis.identity.web.Admission.Reason;
import org.portcullis.identity.web.Admission.Refused;

/**
 * Which request may come in. Closed by default: a path without an area, an unverified token and a
 * doubtful spelling are refusals, so that a page or resource someone forgets to protect stays shut.
 */
final class AdmissionRules {
  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

  private AdmissionRules() {}

  /**
   * What the rules look at.
   *
   * @param rawUri the request URI as it came, without the query
   * @param path the path that the container dispatches on
   * @param method the HTTP method
   * @param principal who the container verified, or null
   * @param authorization the Authorization header, or null
   * @param host the Host header, or null
   * @param origin the Origin header, or null
   * @param upgrade whether the request asks for another protocol (WebSocket)
   */
  record Facts(
      String rawUri,
      String path,
      String method,
      @Nullable Principal principal,
      @Nullable String authorization,
      @Nullable String host,
      @Nullable String origin,
      boolean upgrade) {}

  /**
   * Decides whether a request may come in.
   *
   * @param facts the request
   * @param callers reads a verified token
   * @return the admission or the refusal; never null
   */
  static Admission decide(Facts facts, CallerReader callers) {
    if (!RequestPath.isUnambiguous(facts.rawUri())) {
      return new Refused(Reason.AMBIGUOUS_PATH);
    }
    return switch (Area.of(facts.path())) {
      case BEARER -> bearer(facts, callers);
      case CONSOLE -> console(facts);
      case METADATA, ENTRY -> new Admitted();
      case CLOSED -> closed(facts);
    };
  }

  /**
   * Only a token that the container verified is a {@link JsonWebToken}; a sign-in cookie never is,
   * so it opens nothing.
   */
  private static Admission bearer(Facts facts, CallerReader callers) {
    return facts.principal() instanceof JsonWebToken token
        ? caller(callers.read(token))
        : new Refused(facts.authorization() == null ? Reason.MISSING_TOKEN : Reason.INVALID_TOKEN);
  }

  private static Admission caller(CallerReading reading) {
    if (reading instanceof CallerReading.WithoutGroups groups) {
      return new Refused(
          groups.why() == GroupsClaim.Why.LEFT_OUT
              ? Reason.GROUPS_LEFT_OUT
              : Reason.GROUPS_UNREADABLE);
    }
    return reading instanceof CallerReading.Known
        ? new Admitted()
        : new Refused(Reason.INVALID_TOKEN);
  }

  /**
   * The container has sent people without a sign-in to the identity provider before the guard is
   * asked.
   */
  private static Admission console(Facts facts) {
    if (facts.principal() == null) {
      return new Refused(Reason.MISSING_TOKEN);
    }
    if (facts.principal() instanceof JsonWebToken) {
      return new Refused(Reason.WRONG_CREDENTIAL);
    }
    boolean acts = facts.upgrade() || !SAFE_METHODS.contains(facts.method());
    return acts && isForeign(facts) ? new Refused(Reason.FOREIGN_ORIGIN) : new Admitted();
  }

  /** Who has no token learns nothing about which paths exist. */
  private static Admission closed(Facts facts) {
    return facts.principal() == null
        ? new Refused(facts.authorization() == null ? Reason.MISSING_TOKEN : Reason.INVALID_TOKEN)
        : new Refused(Reason.UNKNOWN_PATH);
  }

  /**
   * Browsers send Origin with every request that acts. SameSite cookies do not tell ports of one
   * host apart, so the authority is compared in full. The scheme is not: a proxy in front may end
   * TLS.
   */
  private static boolean isForeign(Facts facts) {
    String origin = facts.origin();
    if (origin == null) {
      return false;
    }
    try {
      String authority = new URI(origin).getAuthority();
      return authority == null || !authority.equalsIgnoreCase(facts.host());
    } catch (URISyntaxException e) {
      return true;
    }
  }
}
