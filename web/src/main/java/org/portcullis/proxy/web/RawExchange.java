package org.portcullis.proxy.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The container's own request and response. What JAX-RS injects are proxies that work on the
 * request's thread alone; a stream is looked after by another one.
 *
 * @param request the request
 * @param response its response
 */
record RawExchange(HttpServletRequest request, HttpServletResponse response) {

  private static final String KEY = RawExchange.class.getName();

  /** The exchange behind what JAX-RS injected. */
  static RawExchange of(HttpServletRequest injected) {
    return (RawExchange) injected.getAttribute(KEY);
  }

  /** Keeps the exchange where the resource finds it. */
  @WebFilter(urlPatterns = "/gate/*", asyncSupported = true)
  public static final class Keeper extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      request.setAttribute(KEY, new RawExchange(request, response));
      chain.doFilter(request, response);
    }
  }
}
