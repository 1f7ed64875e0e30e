package org.portcullis.identity.web;

import jakarta.json.Json;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What the container would answer by itself with a page of its own, as a problem document (RFC
 * 9457). It tells the status and nothing else: no class, no path, no message of an exception.
 * Declared in web.xml as the error page for everything.
 */
public final class ErrorAnswer extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int status = code instanceof Integer number ? number : HttpServletResponse.SC_NOT_FOUND;
    response.setStatus(status);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/problem+json");
    byte[] body =
        Json.createObjectBuilder()
            .add("type", "about:blank")
            .add("title", titleOf(status))
            .add("status", status)
            .build()
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static String titleOf(int status) {
    return switch (status) {
      case HttpServletResponse.SC_BAD_REQUEST -> "The request cannot be read.";
      case HttpServletResponse.SC_FORBIDDEN -> "This is not allowed.";
      case HttpServletResponse.SC_NOT_FOUND -> "Nothing is served at this address.";
      case HttpServletResponse.SC_METHOD_NOT_ALLOWED -> "This method is not served here.";
      default -> status < 500 ? "The request was refused." : "The gate failed to answer.";
    };
  }
}
