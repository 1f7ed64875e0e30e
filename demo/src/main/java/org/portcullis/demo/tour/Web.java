package org.portcullis.demo.tour;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.portcullis.demo.json.Json;

/** Small HTTP calls with text answers. */
final class Web {
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private static final int MOST_SHOWN = 300;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .sslContext(LoopbackTrust.context())
          .connectTimeout(LONGEST)
          .build();

  /** An answer. */
  record Reply(int status, Map<String, String> headers, String body) {
    boolean worked() {
      return status / 100 == 2;
    }

    /** Status and body on one line, cut where it gets long, for a message. */
    String brief() {
      String line = body.replaceAll("\\s+", " ").strip();
      String cut = line.length() > MOST_SHOWN ? line.substring(0, MOST_SHOWN) + "…" : line;
      return "status " + status + " " + cut;
    }

    /**
     * The body as an object.
     *
     * @throws NotAsTold if it is something else
     */
    Map<String, Object> json(String what) {
      try {
        return Json.object(body);
      } catch (IOException e) {
        throw new NotAsTold(what + " answered " + status + " with something that is not JSON", e);
      }
    }
  }

  /** A request to this address, to be completed. */
  static HttpRequest.Builder to(URI uri) {
    return HttpRequest.newBuilder(uri).timeout(LONGEST);
  }

  /**
   * Sends it.
   *
   * @param what names the other side in the message
   * @throws NotAsTold if there is no answer
   */
  Reply send(String what, HttpRequest.Builder request) {
    HttpRequest ready = request.build();
    try {
      HttpResponse<String> answer = http.send(ready, HttpResponse.BodyHandlers.ofString());
      String tag = answer.headers().firstValue("ETag").orElse("");
      return new Reply(answer.statusCode(), Map.of("ETag", tag), answer.body());
    } catch (IOException e) {
      throw new NotAsTold(what + " does not answer at " + ready.uri() + ": " + reason(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotAsTold("interrupted while waiting for " + what, e);
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
