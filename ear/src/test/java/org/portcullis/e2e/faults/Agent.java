package org.portcullis.e2e.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.e2e.Http;

/** A client of the gate that sends exactly what it is told. Immutable. */
final class Agent {

  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  /** One client: it keeps connections, as agents do. */
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String base;
  private final List<String> fields;

  private Agent(String base, List<String> fields) {
    this.base = base;
    this.fields = List.copyOf(fields);
  }

  /** Without a token. */
  static Agent of(String base) {
    return new Agent(base, List.of());
  }

  /** With this token. */
  Agent token(String token) {
    return with("Authorization", "Bearer " + token);
  }

  /** With one more line of this field. */
  Agent with(String name, String value) {
    List<String> more = new ArrayList<>(fields);
    more.add(name);
    more.add(value);
    return new Agent(base, more);
  }

  Http.Reply get(String path) {
    return send("GET", path, new byte[0]);
  }

  /** Sends JSON. */
  Http.Reply post(String path, String json) {
    return with("Content-Type", "application/json").send("POST", path, json.getBytes(UTF_8));
  }

  /** Sends a body, or none when it is empty. */
  Http.Reply send(String verb, String path, byte[] body) {
    return send(
        verb,
        path,
        body.length == 0
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(body));
  }

  /** Sends a body that does not say how long it is. */
  Http.Reply sendWithoutLength(String verb, String path, InputStream body) {
    return send(verb, path, HttpRequest.BodyPublishers.ofInputStream(() -> body));
  }

  /** Sends JSON, and gives the answer's body as it comes. Closing it leaves the call. */
  HttpResponse<InputStream> open(String verb, String path, String json) {
    HttpRequest request =
        builder(path)
            .method(
                verb,
                json.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(json))
            .build();
    return sent(request, HttpResponse.BodyHandlers.ofInputStream());
  }

  private Http.Reply send(String verb, String path, HttpRequest.BodyPublisher body) {
    HttpRequest request = builder(path).method(verb, body).timeout(TIMEOUT).build();
    return new Http.Reply(sent(request, HttpResponse.BodyHandlers.ofString()));
  }

  private HttpRequest.Builder builder(String path) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(base + path));
    for (int i = 0; i < fields.size(); i += 2) {
      builder.header(fields.get(i), fields.get(i + 1));
    }
    return builder;
  }

  private static <T> HttpResponse<T> sent(
      HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return CLIENT.send(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
