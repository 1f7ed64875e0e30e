package org.portcullis.proxy.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * The container's own request and response. What JAX-RS injects are proxies that work on the
 * request's thread alone and cost more than what they are asked for; a stream is looked after by
 * another thread.
 *
 * @param request the request
 * @param response its response
 */
record RawExchange(HttpServletRequest request, HttpServletResponse response) {

  private static final ThreadLocal<RawExchange> CURRENT = new ThreadLocal<>();

  /** The exchange that this thread serves. */
  static RawExchange current() {
    RawExchange exchange = CURRENT.get();
    if (exchange == null) {
      throw new IllegalStateException("exchange: none (expected: a request to the data path)");
    }
    return exchange;
  }

  /** Keeps the exchange where the resource finds it. */
  @WebFilter(urlPatterns = "/gate/*", asyncSupported = true)
  public static final class Keeper extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      CURRENT.set(new RawExchange(request, response));
      try {
        chain.doFilter(new WithoutFields(request), response);
      } finally {
        CURRENT.remove();
      }
    }
  }

  /**
   * What JAX-RS sees: method and path. It would read field lines before the resource is asked, and
   * answer one that it cannot read by itself, without an event and not in the protocol's words.
   */
  private static final class WithoutFields extends HttpServletRequestWrapper {

    WithoutFields(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getHeader(String name) {
      return null;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return Collections.emptyEnumeration();
    }

    @Override
    public Enumeration<String> getHeaderNames() {
      return Collections.emptyEnumeration();
    }

    @Override
    public @Nullable String getContentType() {
      return null;
    }
  }
}
