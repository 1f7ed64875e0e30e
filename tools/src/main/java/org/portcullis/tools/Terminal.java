package org.portcullis.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;
import org.portcullis.json.StrictJson;

/**
 * Where a tool writes, its clock and its environment.
 *
 * @param out for what it was asked for
 * @param err for what keeps it from that
 */
public record Terminal(
    PrintStream out, PrintStream err, InstantSource clock, Map<String, String> environment) {

  /** A line on the output. */
  public void say(String line) {
    out.println(line);
  }

  /** A JSON document on the output, indented. */
  public void say(JsonNode document) {
    out.println(pretty(document));
  }

  /** A JSON document with indents. */
  public static String pretty(JsonNode document) {
    try {
      return StrictJson.mapperForNodes()
          .writerWithDefaultPrettyPrinter()
          .writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of nodes can always be written", e);
    }
  }
}
