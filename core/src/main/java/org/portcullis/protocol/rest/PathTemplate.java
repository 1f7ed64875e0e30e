package org.portcullis.protocol.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.portcullis.text.PercentCoding;
import org.portcullis.text.PlainText;

/**
 * A path with variables, each of which stands for one whole segment: {@code /customers/{id}}.
 *
 * @param text as it was declared
 * @param segments a literal, or a variable in braces; empty for the root
 */
record PathTemplate(String text, List<String> segments) {

  private static final Pattern VARIABLE = Pattern.compile("\\{[A-Za-z_][A-Za-z0-9_]{0,63}\\}");

  PathTemplate {
    segments = List.copyOf(segments);
  }

  /** The template of this text; empty when it is none, or not in the one form that is accepted. */
  static Optional<PathTemplate> parse(String text) {
    if (!text.startsWith("/") || !PlainText.isReadable(text)) {
      return Optional.empty();
    }
    List<String> segments =
        text.equals("/") ? List.of() : List.of(text.substring(1).split("/", -1));
    Set<String> variables = new HashSet<>();
    for (String segment : segments) {
      boolean isRight =
          VARIABLE.matcher(segment).matches()
              ? variables.add(segment)
              : PathSegments.isClean(segment) && isPlain(segment);
      if (!isRight) {
        return Optional.empty();
      }
    }
    return Optional.of(new PathTemplate(text, segments));
  }

  /** The values of the variables when these decoded segments match; otherwise empty. */
  Optional<Map<String, String>> match(List<String> decoded) {
    if (decoded.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      String segment = segments.get(i);
      if (isVariable(segment)) {
        values.put(segment.substring(1, segment.length() - 1), decoded.get(i));
      } else if (!segment.equals(decoded.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  /**
   * The path with these values in the places of its variables, encoded; empty when one is missing
   * or would not be a single segment.
   */
  Optional<String> expand(Map<String, String> values) {
    List<String> encoded = new ArrayList<>();
    for (String segment : segments) {
      String value =
          isVariable(segment) ? values.get(segment.substring(1, segment.length() - 1)) : segment;
      if (value == null || !PathSegments.isClean(value)) {
        return Optional.empty();
      }
      encoded.add(PercentCoding.encode(value));
    }
    return Optional.of("/" + String.join("/", encoded));
  }

  /** Whether some path matches both. */
  boolean overlaps(PathTemplate other) {
    return other.segments.size() == segments.size()
        && pairs(
            other, (mine, theirs) -> mine.equals(theirs) || isVariable(mine) || isVariable(theirs));
  }

  /** Whether it is at no segment less specific than the other, and at one more. */
  boolean isMoreSpecificThan(PathTemplate other) {
    return pairs(other, (mine, theirs) -> !isVariable(mine) || isVariable(theirs))
        && !pairs(other, (mine, theirs) -> isVariable(mine) == isVariable(theirs));
  }

  private boolean pairs(PathTemplate other, BiPredicate<String, String> test) {
    for (int i = 0; i < segments.size(); i++) {
      if (!test.test(segments.get(i), other.segments.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** A brace stands in no literal. */
  private static boolean isVariable(String segment) {
    return segment.startsWith("{");
  }

  private static boolean isPlain(String segment) {
    return segment.indexOf('{') < 0
        && segment.indexOf('}') < 0
        && segment.indexOf('%') < 0
        && segment.indexOf('*') < 0
        && segment.indexOf('?') < 0
        && segment.indexOf('#') < 0;
  }
}
