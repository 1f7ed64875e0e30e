package org.portcullis.console.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Leads the console's addresses to their views and lets in only who may see them. Everything below
 * {@code /console/} that is neither a page in {@link ConsolePage} nor a resource is unknown, so
 * that a view nobody listed stays shut. Postbacks pass here like any other request.
 */
public final class ConsoleRoutes extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final String CONSOLE = "/console";
  private static final String RESOURCES = "/jakarta.faces.resource/";
  private static final Pattern SESSION = Pattern.compile("sessions/([A-Za-z0-9-]{1,64})");

  private final transient ConsoleUser user;

  @Inject
  ConsoleRoutes(ConsoleUser user) {
    this.user = user;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = pathOf(request);
    if (path.startsWith(RESOURCES)) {
      chain.doFilter(request, response);
      return;
    }
    if (!user.isKnown()) {
      signInAgain(request, response);
      return;
    }
    if (path.isEmpty() || path.equals("/")) {
      enter(request, response);
      return;
    }
    show(path.substring(1), request, response);
  }

  private void show(String address, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    Matcher session = SESSION.matcher(address);
    boolean one = session.matches();
    Optional<ConsolePage> page = one ? Optional.of(ConsolePage.SESSION) : ConsolePage.at(address);
    if (page.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    if (!page.get().opensFor(user.getRoles())) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    String view = CONSOLE + "/" + page.get().view() + (one ? "?id=" + session.group(1) : "");
    request.getRequestDispatcher(view).forward(request, response);
  }

  /** The bare address leads to the first page that is for this person. */
  private void enter(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional<ConsolePage> first = user.pages().stream().findFirst();
    if (first.isEmpty()) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    response.sendRedirect(request.getContextPath() + CONSOLE + "/" + first.get().path());
  }

  /** A sign-in whose identity token is gone says nothing about groups; it is not worth anything. */
  private static void signInAgain(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    request.logout();
    response.sendRedirect(request.getContextPath() + CONSOLE + "/");
  }

  private static String pathOf(HttpServletRequest request) {
    return request.getPathInfo() == null ? "" : request.getPathInfo();
  }
}
