package org.portcullis.demo.desk;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** JSON as plain maps and lists, by the mapper that the MCP SDK brings. */
final class Json {
  private static final McpJsonMapper MAPPER = McpJsonDefaults.getMapper();
  private static final TypeRef<Map<String, Object>> OBJECT = new TypeRef<>() {};
  private static final TypeRef<List<Map<String, Object>>> OBJECTS = new TypeRef<>() {};

  private Json() {}

  static McpJsonMapper mapper() {
    return MAPPER;
  }

  /**
   * Reads one object.
   *
   * @throws IOException if the text is no JSON object
   */
  static Map<String, Object> object(String text) throws IOException {
    Map<String, Object> object;
    try {
      object = MAPPER.readValue(text, OBJECT);
    } catch (RuntimeException e) {
      // Which of the two the mapper throws depends on the JSON library that is behind it.
      throw new IOException("not a JSON object", e);
    }
    if (object == null) {
      throw new IOException("not a JSON object");
    }
    return object;
  }

  /** Writes any value made of maps, lists, strings, numbers, booleans and nulls. */
  static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads an array of objects that stands beside this class. */
  static List<Map<String, Object>> resource(String name) {
    try (InputStream in = Json.class.getResourceAsStream(name)) {
      return MAPPER.readValue(new String(in.readAllBytes(), StandardCharsets.UTF_8), OBJECTS);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
