package org.portcullis.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Speaks to a gate over plain HTTP as one user, and reads JSON. */
public final class Http {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofMinutes(1);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String base;
  private final Map<String, String> headers = new LinkedHashMap<>();

  private Http(String base) {
    this.base = base;
  }

  /** As a demo user of this gate. */
  public static Http as(GateUnderTest gate, String user) {
    return withToken(gate, gate.token(user));
  }

  /** With exactly this token. */
  public static Http withToken(GateUnderTest gate, String token) {
    return at(gate.http()).header("Authorization", "Bearer " + token);
  }

  /** Without any token. */
  public static Http at(String base) {
    return new Http(base);
  }

  /** Sends this header with each request from now on. */
  public Http header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public Reply get(String path) {
    return send("GET", path, "application/json", "");
  }

  public Reply post(String path, String json) {
    return send("POST", path, "application/json", json);
  }

  public Reply put(String path, String type, String body) {
    return send("PUT", path, type, body);
  }

  public Reply delete(String path) {
    return send("DELETE", path, "application/json", "");
  }

  /** Sends a request; the body is sent as UTF-8 unless it is empty. */
  public Reply send(String verb, String path, String type, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(TIMEOUT)
            .method(
                verb,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::setHeader);
    if (!body.isEmpty() && !headers.containsKey("Content-Type")) {
      request.setHeader("Content-Type", type);
    }
    try {
      return new Reply(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What came back. */
  public record Reply(HttpResponse<String> response) {

    public int status() {
      return response.statusCode();
    }

    public String text() {
      return response.body();
    }

    public Optional<String> header(String name) {
      return response.headers().firstValue(name);
    }

    /** The body as JSON. */
    public JsonNode json() {
      try {
        return MAPPER.readTree(response.body());
      } catch (JsonProcessingException e) {
        throw new AssertionError("not JSON: " + response.statusCode() + " " + response.body(), e);
      }
    }
  }
}
