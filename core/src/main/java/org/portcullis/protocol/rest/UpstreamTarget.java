package org.portcullis.protocol.rest;

import java.net.URI;
import java.util.Locale;
import org.portcullis.connection.Connection;

/**
 * Where a connection's operations are.
 *
 * @param base scheme, authority and base path, without a slash at the end
 * @param display host, port unless it is the scheme's own, and base path, as commands spell them
 */
public record UpstreamTarget(String base, String display) {

  /** Of a connection with an absolute address. */
  public static UpstreamTarget of(Connection connection) {
    URI url = connection.url();
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    boolean isDefault = url.getPort() < 0 || url.getPort() == (scheme.equals("https") ? 443 : 80);
    String host = url.getHost().toLowerCase(Locale.ROOT) + (isDefault ? "" : ":" + url.getPort());
    String path = url.getRawPath() == null ? "" : url.getRawPath().replaceAll("/+$", "");
    return new UpstreamTarget(scheme + "://" + host + path, host + path);
  }

  /**
   * The address of an operation.
   *
   * @param path encoded, with a slash at its beginning
   * @param query encoded; empty for none
   */
  public URI uri(String path, String query) {
    return URI.create(base + path + (query.isEmpty() ? "" : "?" + query));
  }
}
