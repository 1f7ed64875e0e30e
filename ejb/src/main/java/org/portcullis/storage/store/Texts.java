package org.portcullis.storage.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.portcullis.json.StrictJson;

/** Texts and JSON as columns hold them. */
public final class Texts {

  private static final char REPLACEMENT = '\uFFFD';

  private Texts() {}

  /**
   * A text for display that every database takes: without the character 0, without half a surrogate
   * pair, and cut to a column's length. Never use it for what is compared.
   *
   * @param max the column's length in UTF-16 units, 1 or more
   */
  public static String fit(String text, int max) {
    String cut = text.length() <= max ? text : text.substring(0, max);
    for (int i = 0; i < cut.length(); i++) {
      if (isUnfit(cut, i)) {
        return replaceUnfit(cut);
      }
    }
    return cut;
  }

  private static String replaceUnfit(String text) {
    StringBuilder fit = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      fit.append(isUnfit(text, i) ? REPLACEMENT : text.charAt(i));
    }
    return fit.toString();
  }

  private static boolean isUnfit(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }
    return c == 0;
  }

  /** The UTF-8 bytes of a JSON value. */
  public static byte[] bytes(JsonNode node) {
    try {
      return StrictJson.mapperForNodes().writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JSON value that {@link #bytes(JsonNode)} made these bytes of. */
  public static JsonNode json(byte[] bytes) {
    try {
      return StrictJson.mapperForNodes().readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Like {@link #json(byte[])}, for what was an object. */
  public static ObjectNode object(byte[] bytes) {
    return (ObjectNode) json(bytes);
  }

  /** A list of texts as bytes. */
  public static byte[] bytes(Collection<String> texts) {
    ArrayNode array = StrictJson.mapperForNodes().createArrayNode();
    texts.forEach(array::add);
    return bytes(array);
  }

  /** The list that {@link #bytes(Collection)} made these bytes of. */
  public static List<String> list(byte[] bytes) {
    List<String> texts = new ArrayList<>();
    json(bytes).forEach(node -> texts.add(node.textValue()));
    return texts;
  }
}
