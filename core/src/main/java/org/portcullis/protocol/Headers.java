package org.portcullis.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** HTTP field lines (RFC 9110, section 5). Names are compared without case. Immutable. */
public final class Headers {

  /** No field at all. */
  public static final Headers NONE = new Headers(Map.of());

  private final Map<String, List<String>> lines;

  private Headers(Map<String, List<String>> lines) {
    this.lines = lines;
  }

  /** A single field. */
  public static Headers of(String name, String value) {
    return NONE.with(name, value);
  }

  /** These field lines; several values of one name keep their order. */
  public static Headers of(Map<String, List<String>> lines) {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    lines.forEach(
        (name, values) ->
            copy.computeIfAbsent(key(name), absent -> new ArrayList<>()).addAll(values));
    copy.replaceAll((name, values) -> List.copyOf(values));
    return new Headers(copy);
  }

  /** The same with exactly this value under the name. */
  public Headers with(String name, String value) {
    Map<String, List<String>> copy = new LinkedHashMap<>(lines);
    copy.put(key(name), List.of(value));
    return new Headers(copy);
  }

  /** The only value of a field; empty when it is absent <em>or given more than once</em>. */
  public Optional<String> only(String name) {
    List<String> values = all(name);
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  /** Every value of a field, in order. */
  public List<String> all(String name) {
    return lines.getOrDefault(key(name), List.of());
  }

  /** Whether the field is there at all. */
  public boolean has(String name) {
    return lines.containsKey(key(name));
  }

  /** Hands over every field line, names in lower case. */
  public void forEach(BiConsumer<String, String> line) {
    lines.forEach((name, values) -> values.forEach(value -> line.accept(name, value)));
  }

  @Override
  public String toString() {
    return lines.keySet().toString();
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
