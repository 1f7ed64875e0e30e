package org.portcullis.protocol;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A media type (RFC 9110, section 8.3.1), parsed and never searched, so that {@code
 * text/plain;a=application/json} is a plain text.
 *
 * @param type in lower case
 * @param subtype in lower case
 * @param parameters names in lower case, values without quotes
 */
public record MediaType(String type, String subtype, Map<String, String> parameters) {

  public MediaType {
    parameters = Map.copyOf(parameters);
  }

  /** The media type that a field value states; empty when it is not one. */
  public static Optional<MediaType> parse(String value) {
    FieldScanner scanner = new FieldScanner(value);
    String type = scanner.token();
    if (type.isEmpty() || !scanner.take('/')) {
      return Optional.empty();
    }
    String subtype = scanner.token();
    Optional<Map<String, String>> parameters = parameters(scanner);
    return subtype.isEmpty() || parameters.isEmpty() || !scanner.atEnd()
        ? Optional.empty()
        : Optional.of(new MediaType(lower(type), lower(subtype), parameters.get()));
  }

  /** Parameters up to what cannot be one; empty when one is malformed or given twice. */
  static Optional<Map<String, String>> parameters(FieldScanner scanner) {
    Map<String, String> parameters = new LinkedHashMap<>();
    while (scanner.takePadded(';')) {
      String name = lower(scanner.token());
      if (name.isEmpty() && !scanner.take('=')) {
        continue;
      }
      if (!scanner.take('=')) {
        return Optional.empty();
      }
      Optional<String> value = scanner.tokenOrQuoted();
      if (value.isEmpty() || parameters.putIfAbsent(name, value.get()) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(parameters);
  }

  /** Whether it is exactly this type, parameters aside. */
  public boolean is(String otherType, String otherSubtype) {
    return type.equals(otherType) && subtype.equals(otherSubtype);
  }

  /** Whether it is JSON by name: {@code application/json} or a structured suffix (RFC 6839). */
  public boolean isJson() {
    return is("application", "json") || (type.equals("application") && subtype.endsWith("+json"));
  }

  /** Whether its text is UTF-8: no charset is given, or this one or a part of it. */
  public boolean isUtf8() {
    String charset = parameters.getOrDefault("charset", "utf-8").toLowerCase(Locale.ROOT);
    return charset.equals("utf-8") || charset.equals("utf8") || charset.equals("us-ascii");
  }

  /** The charset of a text; empty when it is none that the gate reads. */
  public Optional<Charset> textCharset() {
    if (isUtf8()) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    boolean latin = parameters.getOrDefault("charset", "").equalsIgnoreCase("iso-8859-1");
    return latin ? Optional.of(StandardCharsets.ISO_8859_1) : Optional.empty();
  }

  /** Type and subtype. */
  public String essence() {
    return type + "/" + subtype;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
