package org.portcullis.dissection;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.portcullis.json.StrictJson;

/** What a text is in, when it is something else written as a text. Linear in the text. */
sealed interface Wrapping {

  /** It stands for itself. */
  record None() implements Wrapping {}

  /** It is a JSON text (RFC 8259). */
  record Json(JsonNode node) implements Wrapping {}

  /**
   * It is an encoding of a text.
   *
   * @param how the encoding's name
   */
  record Text(String text, String how) implements Wrapping {}

  /** It is something that readers take differently. */
  record Unreadable(String how) implements Wrapping {}

  /** Shorter texts are words by chance. */
  int MIN_BASE64 = 16;

  /** What this text is. */
  static Wrapping of(String text) {
    String bare = text.strip();
    if (bare.length() < 2) {
      return new None();
    }
    Wrapping json = json(bare);
    if (!(json instanceof None)) {
      return json;
    }
    Optional<String> plain = Percent.decoded(bare);
    if (plain.isPresent()) {
      return new Text(plain.get(), "percent-encoding");
    }
    return base64(bare).<Wrapping>map(decoded -> new Text(decoded, "base64")).orElseGet(None::new);
  }

  private static Wrapping json(String bare) {
    char first = bare.charAt(0);
    char last = bare.charAt(bare.length() - 1);
    boolean looks =
        (first == '{' && last == '}')
            || (first == '[' && last == ']')
            || (first == '"' && last == '"');
    if (!looks) {
      return new None();
    }
    StrictJson.Reading reading = StrictJson.read(bare);
    if (reading instanceof StrictJson.Reading.Value value) {
      return new Json(value.node());
    }
    boolean ambiguous =
        ((StrictJson.Reading.Unreadable) reading).fault() == StrictJson.Fault.AMBIGUOUS;
    return ambiguous ? new Unreadable("ambiguous json") : new None();
  }

  /** RFC 4648, sections 4 and 5, with or without padding, when a text comes out. */
  private static Optional<String> base64(String bare) {
    if (bare.length() < MIN_BASE64) {
      return Optional.empty();
    }
    StringBuilder plain = new StringBuilder(bare.length());
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      if (c == '-' || c == '_') {
        plain.append(c == '-' ? '+' : '/');
      } else if (isBase64(c)) {
        plain.append(c);
      } else if (c != '\n' && c != '\r') {
        return Optional.empty();
      }
    }
    if (plain.length() < MIN_BASE64) {
      return Optional.empty();
    }
    try {
      return text(Base64.getDecoder().decode(plain.toString()));
    } catch (IllegalArgumentException e) {
      // Letters that are no base 64 are an ordinary word.
      return Optional.empty();
    }
  }

  private static boolean isBase64(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/'
        || c == '=';
  }

  private static Optional<String> text(byte[] bytes) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      boolean readable =
          text.codePoints().allMatch(c -> !Character.isISOControl(c) || Character.isWhitespace(c));
      return readable ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
