package org.portcullis.identity.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The address under which clients know the gate: {@code portcullis.public.url} if it is set,
 * otherwise the one that the client used. Set it behind a proxy that ends TLS.
 */
@ApplicationScoped
public class BaseUrl {
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]");
  private static final int USUAL_HTTP_PORT = 80;
  private static final int USUAL_HTTPS_PORT = 443;

  private Optional<String> configured = Optional.empty();
  private int httpsPort = USUAL_HTTPS_PORT;

  /** For the container. */
  public BaseUrl() {}

  @Inject
  BaseUrl(
      @ConfigProperty(name = "portcullis.public.url") Optional<String> configured,
      @ConfigProperty(name = "portcullis.https.port", defaultValue = "9443") int httpsPort) {
    this.configured = configured.map(BaseUrl::withoutSlash);
    this.httpsPort = httpsPort;
  }

  /**
   * The address for this request.
   *
   * @return scheme, host and, where needed, port; no slash at the end
   */
  public String of(HttpServletRequest request) {
    return configured.orElseGet(
        () -> url(request.getScheme(), hostOf(request), request.getServerPort()));
  }

  /**
   * The address with TLS for this request, for pages that are not served without.
   *
   * @return scheme, host and, where needed, port; no slash at the end
   */
  public String secure(HttpServletRequest request) {
    return configured.orElseGet(() -> url("https", hostOf(request), httpsPort));
  }

  private static String url(String scheme, String host, int port) {
    int usual = scheme.equals("https") ? USUAL_HTTPS_PORT : USUAL_HTTP_PORT;
    return scheme + "://" + host + (port == usual ? "" : ":" + port);
  }

  /** The Host header is the client's word: only what can be a host comes back in an answer. */
  private static String hostOf(HttpServletRequest request) {
    String name = request.getServerName();
    return HOST.matcher(name).matches() ? name : "localhost";
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
