package org.portcullis.e2e.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** A client's view of a stream of server-sent events whose data is JSON, as it comes. */
final class Events implements AutoCloseable {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final BufferedReader lines;

  Events(HttpResponse<InputStream> answer) {
    lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8));
  }

  /** Every event of a stream that ends. */
  static List<JsonNode> all(HttpResponse<InputStream> answer) throws IOException {
    List<JsonNode> all = new ArrayList<>();
    try (Events events = new Events(answer)) {
      for (JsonNode event = events.next(); !event.isMissingNode(); event = events.next()) {
        all.add(event);
      }
    }
    return all;
  }

  /** The last event of a stream that ends and has one. */
  static JsonNode last(HttpResponse<InputStream> answer) throws IOException {
    List<JsonNode> all = all(answer);
    assertThat(all).isNotEmpty();
    return all.get(all.size() - 1);
  }

  /** The next event's data, its lines joined; a missing node at the end. Comments are left out. */
  JsonNode next() throws IOException {
    StringBuilder data = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("data:")) {
        data.append(line.substring("data:".length())).append('\n');
      } else if (line.isEmpty() && data.length() > 0) {
        return MAPPER.readTree(data.toString());
      }
    }
    return MAPPER.missingNode();
  }

  /** Leaves the stream, wherever it is. */
  @Override
  public void close() throws IOException {
    lines.close();
  }
}
