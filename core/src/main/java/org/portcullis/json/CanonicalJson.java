package org.portcullis.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.TreeSet;

/**
 * Writes JSON in one way only, for digests: keys sorted by UTF-16 code units and no white space, as
 * the JSON Canonicalization Scheme (RFC 8785, section 3.2) has it. Numbers differ from that scheme
 * on purpose: they are written as exact decimals without trailing zeros, because rounding to a
 * double would give two different amounts one digest. Characters beyond the basic plane are written
 * as escapes.
 */
public final class CanonicalJson {

  /** Beyond this many digits of scale a plain spelling would grow without need. */
  private static final int PLAIN_SCALE = 40;

  private CanonicalJson() {}

  /** The canonical UTF-8 bytes of a value. */
  public static byte[] bytes(JsonNode node) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator generator = StrictJson.mapperForNodes().getFactory().createGenerator(out)) {
      write(node, generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void write(JsonNode node, JsonGenerator generator) throws IOException {
    switch (node.getNodeType()) {
      case OBJECT -> writeObject(node, generator);
      case ARRAY -> writeArray(node, generator);
      case STRING -> generator.writeString(node.textValue());
      case NUMBER -> generator.writeRawValue(number(node.decimalValue()));
      case BOOLEAN -> generator.writeBoolean(node.booleanValue());
      case NULL -> generator.writeNull();
      default -> throw new IllegalArgumentException("node: " + node.getNodeType() + " is not JSON");
    }
  }

  private static void writeObject(JsonNode object, JsonGenerator generator) throws IOException {
    TreeSet<String> keys = new TreeSet<>();
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      keys.add(names.next());
    }
    generator.writeStartObject();
    for (String key : keys) {
      generator.writeFieldName(key);
      write(object.get(key), generator);
    }
    generator.writeEndObject();
  }

  private static void writeArray(JsonNode array, JsonGenerator generator) throws IOException {
    generator.writeStartArray();
    for (JsonNode element : array) {
      write(element, generator);
    }
    generator.writeEndArray();
  }

  private static String number(BigDecimal value) {
    if (value.signum() == 0) {
      return "0";
    }
    BigDecimal stripped = value.stripTrailingZeros();
    return Math.abs(stripped.scale()) <= PLAIN_SCALE
        ? stripped.toPlainString()
        : stripped.toString();
  }
}
