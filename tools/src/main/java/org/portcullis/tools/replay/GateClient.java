package org.portcullis.tools.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.portcullis.json.StrictJson;
import org.portcullis.tools.Unusable;

/** Reads what a running gate has recorded, over its API. */
final class GateClient {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int PAGE = 1000;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final String gate;
  private final String bearer;

  /**
   * @param gate its address without a slash at the end
   * @param bearer an access token of someone with the role auditor or admin
   */
  GateClient(String gate, String bearer) {
    this.gate = gate;
    this.bearer = bearer;
  }

  /** Every connection. */
  JsonNode connections() {
    return get("/api/v1/connections?limit=500");
  }

  /** Every decision since then, the oldest first. */
  void decisions(Instant since, Consumer<JsonNode> to) {
    long after = 0;
    int found = PAGE;
    while (found == PAGE) {
      JsonNode items =
          get("/api/v1/events?kind=decided&limit=" + PAGE + "&from=" + since + "&after=" + after)
              .path("items");
      found = items.size();
      for (JsonNode event : items) {
        after = Math.max(after, event.path("number").asLong());
        to.accept(event);
      }
    }
  }

  private JsonNode get(String path) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(gate + path))
              .timeout(TIMEOUT)
              .header("Authorization", "Bearer " + bearer)
              .header("Accept", "application/json")
              .build();
      HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new Unusable(gate + " answers " + response.statusCode() + " to " + path);
      }
      if (StrictJson.readData(response.body()) instanceof StrictJson.Reading.Value value) {
        return value.node();
      }
      throw new Unusable(gate + " does not answer in JSON to " + path);
    } catch (IllegalArgumentException e) {
      throw new Unusable("--gate: " + gate + ": not an address", e);
    } catch (IOException e) {
      throw new Unusable(gate + " cannot be reached", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unusable("interrupted", e);
    }
  }
}
