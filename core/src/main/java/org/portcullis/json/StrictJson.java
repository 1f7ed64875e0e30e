package org.portcullis.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.portcullis.text.Utf8;

/**
 * Reads JSON (RFC 8259) so that no other reader can see something else in it: UTF-8 only and
 * without a byte order mark, nothing after the value, no duplicate keys, no keys of one object that
 * differ only in case, no numbers beyond a double's range, no halves of surrogate pairs, bounded
 * depth.
 */
public final class StrictJson {

  private static final int MAX_DEPTH = 128;
  private static final int MAX_NUMBER_LENGTH = 400;
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final ObjectMapper MAPPER = mapper();

  private StrictJson() {}

  /** What a reading came to. */
  public sealed interface Reading {

    /** A value that every reader sees alike. */
    record Value(JsonNode node) implements Reading {}

    /**
     * Not JSON, or JSON that readers could take differently. The reason quotes nothing of the text.
     */
    record Unreadable(Fault fault, String reason) implements Reading {}
  }

  /** Why a text is not read. */
  public enum Fault {
    /** It is not JSON. */
    MALFORMED,
    /** It is JSON, but readers could take it differently, or it breaks a limit. */
    AMBIGUOUS
  }

  /** Reads a whole UTF-8 text. */
  public static Reading read(byte[] utf8) {
    return unambiguous(readData(utf8));
  }

  /** Reads a whole text. */
  public static Reading read(String text) {
    return unambiguous(readData(text));
  }

  /**
   * Reads a whole UTF-8 text that nobody decides about and that is only passed on. Keys that differ
   * only in case, large numbers and halves of surrogate pairs are data then; everything else is as
   * strict.
   */
  public static Reading readData(byte[] utf8) {
    return Utf8.decode(utf8)
        .map(StrictJson::readData)
        .orElseGet(() -> new Reading.Unreadable(Fault.MALFORMED, "not UTF-8"));
  }

  private static Reading unambiguous(Reading reading) {
    return reading instanceof Reading.Value value
        ? JsonAmbiguity.find(value.node())
            .<Reading>map(reason -> new Reading.Unreadable(Fault.AMBIGUOUS, reason))
            .orElse(reading)
        : reading;
  }

  private static Reading readData(String text) {
    if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      return new Reading.Unreadable(Fault.MALFORMED, "begins with a byte order mark");
    }
    try {
      JsonNode node = MAPPER.readTree(text);
      return node.isMissingNode()
          ? new Reading.Unreadable(Fault.MALFORMED, "empty")
          : new Reading.Value(node);
    } catch (StreamConstraintsException e) {
      return new Reading.Unreadable(Fault.AMBIGUOUS, "exceeds a limit on depth or number length");
    } catch (NumberFormatException e) {
      return new Reading.Unreadable(Fault.AMBIGUOUS, "a number is out of range");
    } catch (JsonProcessingException e) {
      return unreadable(e);
    }
  }

  /** A new empty object of the same kind of nodes that reading gives. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /**
   * The UTF-8 text of a value. Characters beyond the basic plane are written as escapes, so that
   * half a surrogate pair can be written too.
   */
  public static byte[] write(JsonNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of nodes can always be written", e);
    }
  }

  /** Parsers and writers of the same strictness, for code that works on nodes. */
  public static ObjectMapper mapperForNodes() {
    return MAPPER;
  }

  private static Reading unreadable(JsonProcessingException e) {
    boolean duplicate = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field");
    return duplicate
        ? new Reading.Unreadable(Fault.AMBIGUOUS, "an object holds a key twice")
        : new Reading.Unreadable(Fault.MALFORMED, "not JSON" + place(e));
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : " at line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
  }

  private static ObjectMapper mapper() {
    JsonFactory factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .build();
  }
}
