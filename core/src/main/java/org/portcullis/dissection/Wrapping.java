package org.portcullis.dissection;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.Optional;
import org.portcullis.json.StrictJson;
import org.portcullis.text.PercentCoding;
import org.portcullis.text.Utf8;

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
    Optional<String> plain = percentDecoded(bare);
    if (plain.isPresent()) {
      return new Text(plain.get(), "percent-encoding");
    }
    return base64(bare).<Wrapping>map(decoded -> new Text(decoded, "base64")).orElseGet(None::new);
  }

  /** The text behind the escapes; empty when there are none, or not of a text. */
  private static Optional<String> percentDecoded(String bare) {
    return bare.indexOf('%') < 0
        ? Optional.empty()
        : PercentCoding.decodeEscapes(bare).filter(decoded -> !decoded.equals(bare));
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
    return Utf8.decode(bytes)
        .filter(
            text ->
                text.codePoints()
                    .allMatch(c -> !Character.isISOControl(c) || Character.isWhitespace(c)));
  }
}
