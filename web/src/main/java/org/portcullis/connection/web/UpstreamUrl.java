package org.portcullis.connection.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.portcullis.api.web.Document;

/** The address of an upstream, as it may be registered. */
final class UpstreamUrl {

  private static final String MEMBER = "url";
  private static final int MAX_LENGTH = 1024;
  private static final int MAX_PORT = 65_535;

  private UpstreamUrl() {}

  /** Reads it; empty with a fault in the document when it is none. */
  static Optional<URI> read(Document document) {
    String text = document.text(MEMBER);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> fault = fault(text);
    fault.ifPresent(message -> document.fault(MEMBER, message));
    return fault.isPresent() ? Optional.empty() : Optional.of(URI.create(text));
  }

  private static Optional<String> fault(String text) {
    URI url;
    try {
      url = new URI(text);
    } catch (URISyntaxException e) {
      return Optional.of("not a URL (expected: http or https)");
    }
    if (text.length() > MAX_LENGTH) {
      return Optional.of("too long (expected: at most " + MAX_LENGTH + " characters)");
    }
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.of("another scheme (expected: http or https)");
    }
    if (url.getHost() == null || url.getPort() > MAX_PORT || url.getPort() == 0) {
      return Optional.of("no host and port (expected: a host, with a port or without)");
    }
    if (url.getRawUserInfo() != null) {
      return Optional.of("holds a user (expected: a credential instead)");
    }
    if (url.getRawQuery() != null || url.getRawFragment() != null) {
      return Optional.of("holds a query or a fragment (expected: neither)");
    }
    return url.normalize().getRawPath().equals(url.getRawPath())
        ? Optional.empty()
        : Optional.of("the path holds empty or dot segments (expected: none)");
  }
}
