package org.portcullis.identity.web;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.portcullis.identity.web.Admission.Reason;

/**
 * Writes a refusal as a problem document (RFC 9457), with the challenge that a 401 needs (RFC 6750,
 * RFC 9728).
 */
final class RefusalAnswer {
  private RefusalAnswer() {}

  /**
   * Answers the request. Anything that was prepared so far is dropped.
   *
   * @param baseUrl the address under which the client knows the gate, without a slash at the end
   */
  static void send(
      HttpServletRequest request, HttpServletResponse response, Reason reason, String baseUrl)
      throws IOException {
    response.reset();
    response.setStatus(reason.status());
    response.setHeader("Cache-Control", "no-store");
    if (reason.status() == HttpServletResponse.SC_UNAUTHORIZED) {
      response.setHeader("WWW-Authenticate", challenge(request, reason, baseUrl));
    }
    JsonObject problem =
        Json.createObjectBuilder()
            .add("type", "urn:portcullis:problem:" + reason.code())
            .add("title", reason.title())
            .add("status", reason.status())
            .build();
    byte[] body = problem.toString().getBytes(StandardCharsets.UTF_8);
    response.setContentType("application/problem+json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /**
   * The metadata address is that of the connection alone: what stands below it is the client's
   * business.
   */
  private static String challenge(HttpServletRequest request, Reason reason, String baseUrl) {
    String metadata =
        baseUrl
            + "/.well-known/oauth-protected-resource"
            + ResourceName.of(request.getRequestURI());
    String error = reason == Reason.INVALID_TOKEN ? ", error=\"invalid_token\"" : "";
    return "Bearer resource_metadata=\"" + metadata + "\"" + error;
  }
}
