package org.portcullis.identity.web;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.portcullis.identity.web.Admission.Reason;
import org.portcullis.identity.web.Admission.Refused;

/**
 * The first thing every request meets, declared for {@code /*} in web.xml. Verifying the token is
 * the container's work (mpJwt in server-config/parts/security-api.xml); the guard insists that it
 * was done and answers when it was not.
 *
 * <p>The paths are not protected by a container constraint, because the container would then answer
 * by itself, without a problem document, without the address of the metadata, and without a chance
 * to record the refusal. The guard closes instead: it lets nothing pass whose principal is not a
 * verified token.
 */
public final class AuthenticationGuard extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final int MAX_RECORDED_PATH = 256;
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private final transient Event<RefusedAtTheDoor> refusals;
  private final transient BaseUrl baseUrl;
  private final transient CallerReader callers;

  @Inject
  AuthenticationGuard(Event<RefusedAtTheDoor> refusals, BaseUrl baseUrl, CallerReader callers) {
    this.refusals = refusals;
    this.baseUrl = baseUrl;
    this.callers = callers;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (AdmissionRules.decide(factsOf(request), callers) instanceof Refused refused) {
      refuse(request, response, refused.reason());
      return;
    }
    chain.doFilter(request, response);
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response, Reason reason)
      throws IOException {
    String path = request.getRequestURI();
    String recorded = path.substring(0, Math.min(path.length(), MAX_RECORDED_PATH));
    try {
      refusals.fire(
          new RefusedAtTheDoor(
              reason.code(), request.getMethod(), recorded, request.getRemoteAddr()));
    } finally {
      // Refused it stays, whether or not the refusal could be recorded.
      RefusalAnswer.send(request, response, reason, baseUrl.of(request));
    }
  }

  /**
   * The authority the client asked for. HTTP/2 has no Host line but {@code :authority} (RFC 9113,
   * section 8.3.1), which the container gives as server name and port.
   */
  private static String authorityOf(HttpServletRequest request) {
    String host = request.getHeader("Host");
    if (host != null) {
      return host;
    }
    int port = request.getServerPort();
    boolean usual = port == (request.isSecure() ? HTTPS_PORT : HTTP_PORT);
    return usual ? request.getServerName() : request.getServerName() + ":" + port;
  }

  private static AdmissionRules.Facts factsOf(HttpServletRequest request) {
    String pathInfo = request.getPathInfo();
    return new AdmissionRules.Facts(
        request.getRequestURI(),
        request.getServletPath() + (pathInfo == null ? "" : pathInfo),
        request.getMethod(),
        request.getUserPrincipal(),
        request.getHeader("Authorization"),
        authorityOf(request),
        request.getHeader("Origin"),
        request.getHeader("Upgrade") != null);
  }
}
