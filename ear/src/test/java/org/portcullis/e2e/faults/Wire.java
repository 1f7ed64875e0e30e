package org.portcullis.e2e.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;

/** Requests that no HTTP client would send: byte for byte as a test spells them. */
final class Wire {

  private static final int PATIENCE_MILLIS = 60_000;

  private Wire() {}

  /** A GET of exactly this target; the whole response. */
  static String get(String base, String target, String token) {
    return send(
        base,
        "GET "
            + target
            + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + token
            + "\r\nConnection: close\r\n\r\n");
  }

  /** These bytes; whatever comes back until the gate closes. */
  static String send(String base, String request) {
    URI address = URI.create(base);
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
