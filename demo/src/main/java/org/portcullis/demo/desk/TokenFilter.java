package org.portcullis.demo.desk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;

/** Lets nobody in without the desk's own token, except to ask whether it is well. */
final class TokenFilter extends HttpFilter {
  static final String HEALTH = "/healthz";

  private static final long serialVersionUID = 1L;

  private final transient byte[] expected;

  TokenFilter(String token) {
    this.expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isOpen(request) || hasToken(request)) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader("WWW-Authenticate", "Bearer realm=\"desk\"");
    Answers.send(response, 401, Map.of("error", "this service is reached through the gate"));
  }

  private static boolean isOpen(HttpServletRequest request) {
    return HEALTH.equals(request.getServletPath());
  }

  // Compared in constant time, so that the token cannot be guessed piece by piece.
  private boolean hasToken(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    return header != null
        && MessageDigest.isEqual(expected, header.getBytes(StandardCharsets.UTF_8));
  }
}
