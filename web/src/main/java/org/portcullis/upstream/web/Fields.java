package org.portcullis.upstream.web;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Field lines that end at the gate. Names are given in any case.
 *
 * <p>Hop-by-hop ones (RFC 9110, section 7.6.1) speak about one connection only. Identity ones say
 * who somebody is: towards the gate only the token does, towards the upstream only the gate's
 * credential.
 */
public final class Fields {

  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "http2-settings",
          "expect",
          "content-length");

  private static final Set<String> IDENTITY =
      Set.of(
          "authorization",
          "cookie",
          "cookie2",
          "forwarded",
          "via",
          "from",
          "remote-user",
          "ssl-client-cert",
          "client-cert",
          "client-cert-chain",
          "true-client-ip",
          "cf-connecting-ip");

  private static final List<String> INTERNAL_PREFIXES =
      List.of(
          "proxy-",
          "x-forwarded",
          "x-userinfo",
          "x-user-",
          "x-remote-",
          "x-real-ip",
          "x-client-",
          "x-auth-",
          "x-amzn-oidc-",
          "x-ms-client-principal",
          "x-goog-authenticated-user-",
          "x-ssl-",
          "x-original-",
          "x-rewrite-",
          "x-http-method",
          "x-method-override",
          "x-envoy-",
          "x-portcullis-",
          "$ws");

  private static final Set<String> FROM_UPSTREAM =
      Set.of(
          "set-cookie",
          "set-cookie2",
          "authentication-info",
          "www-authenticate",
          "alt-svc",
          "strict-transport-security",
          "clear-site-data",
          "server",
          "via",
          "content-encoding");

  private Fields() {}

  /**
   * Whether a client's field line may be read by a protocol.
   *
   * @param connectionValues what the request's own {@code Connection} lines name
   */
  public static boolean mayBeRead(String name, Collection<String> connectionValues) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !isHopByHop(lower) && !isIdentity(lower) && !isNamed(lower, connectionValues);
  }

  /** Whether a field line may go to an upstream; the host is that of its address. */
  static boolean mayGoUpstream(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !isHopByHop(lower) && !isIdentity(lower) && !lower.equals("host");
  }

  /** Whether an upstream's field line may come back. */
  static boolean mayComeBack(String name, Collection<String> connectionValues) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !isHopByHop(lower)
        && !FROM_UPSTREAM.contains(lower)
        && !lower.startsWith("proxy-")
        && !isNamed(lower, connectionValues);
  }

  /** Whether the gate itself sets this field, so that no one else may. */
  public static boolean isHopByHop(String name) {
    return HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT));
  }

  private static boolean isIdentity(String lower) {
    if (IDENTITY.contains(lower)) {
      return true;
    }
    for (String prefix : INTERNAL_PREFIXES) {
      if (lower.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamed(String lower, Collection<String> connectionValues) {
    for (String value : connectionValues) {
      for (String named : value.split(",", -1)) {
        if (named.strip().equalsIgnoreCase(lower)) {
          return true;
        }
      }
    }
    return false;
  }
}
