package org.portcullis.demo.json;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Reads and writes JSON as maps, lists, texts, numbers, booleans and nulls. Thread-safe. */
public final class Json {
  private static final McpJsonMapper MAPPER = McpJsonDefaults.getMapper();
  private static final TypeRef<Map<String, Object>> OBJECT = new TypeRef<>() {};
  private static final TypeRef<List<Map<String, Object>>> OBJECTS = new TypeRef<>() {};

  private Json() {}

  /**
   * Reads one object.
   *
   * @throws IOException if the text is no JSON object
   */
  public static Map<String, Object> object(String text) throws IOException {
    return read(text, OBJECT);
  }

  /**
   * Reads an array of objects.
   *
   * @throws IOException if the text is something else
   */
  public static List<Map<String, Object>> objects(String text) throws IOException {
    return read(text, OBJECTS);
  }

  private static <T> T read(String text, TypeRef<T> type) throws IOException {
    T value;
    try {
      value = MAPPER.readValue(text, type);
    } catch (RuntimeException e) {
      // Whether this or an IOException is thrown depends on the library behind the mapper.
      throw new IOException("not the JSON that was expected", e);
    }
    if (value == null) {
      throw new IOException("not the JSON that was expected: null");
    }
    return value;
  }

  /** Writes a value. */
  public static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
