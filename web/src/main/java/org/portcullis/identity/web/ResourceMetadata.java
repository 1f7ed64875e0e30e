package org.portcullis.identity.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells a client where to get a token for a connection (RFC 9728). It says the same about every
 * name that a connection could have: whether there is one is nobody's business without a token.
 */
@WebServlet("/.well-known/oauth-protected-resource/*")
public final class ResourceMetadata extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String PREFIX = "/.well-known/oauth-protected-resource";

  private final transient BaseUrl baseUrl;
  private final transient Optional<String> issuer;

  @Inject
  ResourceMetadata(
      BaseUrl baseUrl, @ConfigProperty(name = "portcullis.token.issuer") Optional<String> issuer) {
    this.baseUrl = baseUrl;
    this.issuer = issuer.filter(text -> text.startsWith("http"));
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String resource = request.getRequestURI().substring(PREFIX.length());
    if (resource.isEmpty() || !resource.equals(ResourceName.of(resource))) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    JsonObjectBuilder document =
        Json.createObjectBuilder().add("resource", baseUrl.of(request) + resource);
    issuer.ifPresent(
        server -> document.add("authorization_servers", Json.createArrayBuilder().add(server)));
    document.add("bearer_methods_supported", Json.createArrayBuilder().add("header"));
    byte[] body = document.build().toString().getBytes(StandardCharsets.UTF_8);
    response.setContentType("application/json");
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Cache-Control", "public, max-age=300");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
