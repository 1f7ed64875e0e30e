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

  private Optional<String> configured = Optional.empty();

  /** For the container. */
  public BaseUrl() {}

  @Inject
  BaseUrl(@ConfigProperty(name = "portcullis.public.url") Optional<String> configured) {
    this.configured = configured.map(BaseUrl::withoutSlash);
  }

  /**
   * The address for this request.
   *
   * @return scheme, host and, where needed, port; no slash at the end
   */
  public String of(HttpServletRequest request) {
    return configured.orElseGet(() -> asSeenBy(request));
  }

  private static String asSeenBy(HttpServletRequest request) {
    String name = request.getServerName();
    String host = HOST.matcher(name).matches() ? name : "localhost";
    int port = request.getServerPort();
    boolean usual = port == (request.isSecure() ? 443 : 80);
    return request.getScheme() + "://" + host + (usual ? "" : ":" + port);
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
