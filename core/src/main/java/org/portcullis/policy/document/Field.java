package org.portcullis.policy.document;

import com.google.re2j.Pattern;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portcullis.policy.document.YamlNode.Entry;
import org.portcullis.policy.document.YamlNode.Mapping;
import org.portcullis.policy.document.YamlNode.Scalar;
import org.portcullis.policy.document.YamlNode.Sequence;

/**
 * A value of the document with its name and path. Every reading method that does not find what it
 * is asked for notes one fault and returns nothing.
 *
 * @param name how messages call it, for example {@code effect} or {@code commands[1]}
 * @param path where it is in the document
 * @param place the key that names it, or the value itself where nothing does
 */
record Field(String name, String path, YamlNode place, YamlNode value, Faults faults) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}");
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
  static final String NAME_WORDS =
      "1 to 64 letters, digits, dots, hyphens or underscores, not beginning with a dot or hyphen";
  private static final Duration MAX_DURATION = Duration.ofDays(366);
  private static final String DURATION_WORDS =
      "an ISO 8601 duration of days, hours, minutes and seconds, for example PT15M";

  static boolean isName(String text) {
    return NAME.matches(text);
  }

  /** Notes a fault at this value. */
  void fault(String message) {
    faults.add(value.line(), value.column(), path, message);
  }

  /** Notes a fault at the key that names this value. */
  void nameFault(String message) {
    faults.add(place.line(), place.column(), path, message);
  }

  /** Notes something that is allowed but most likely not meant. */
  void warn(String message) {
    faults.warn(value.line(), value.column(), path, message);
  }

  /** Notes that the value is not what was expected. */
  void unexpected(String expected) {
    String found = value instanceof Scalar scalar && !scalar.text().isEmpty() ? scalar.text() : "";
    String what = found.isEmpty() ? value.kind() : Expected.shown(found) + " is " + value.kind();
    fault(
        value instanceof Scalar scalar && YamlScalars.isText(scalar)
            ? Expected.that(name, found, expected)
            : name + ": " + what + " (expected: " + expected + ")");
  }

  /** A text that is not blank. */
  Optional<String> text() {
    if (value instanceof Scalar scalar && YamlScalars.isText(scalar)) {
      if (scalar.text().isBlank()) {
        fault(name + ": blank (expected: a text)");
        return Optional.empty();
      }
      return Optional.of(scalar.text());
    }
    boolean quotable = value instanceof Scalar scalar && !scalar.text().isEmpty();
    unexpected(quotable ? "a text; put it in quotes" : "a text");
    return Optional.empty();
  }

  /** A text that can be the name of something in a policy. */
  Optional<String> identifier() {
    Optional<String> text = text();
    if (text.isPresent() && !isName(text.get())) {
      fault(Expected.that(name, text.get(), NAME_WORDS));
      return Optional.empty();
    }
    return text;
  }

  /** One of some words. */
  Optional<String> word(Collection<String> words, String noun) {
    Optional<String> raw =
        value instanceof Scalar scalar && !scalar.text().isEmpty()
            ? Optional.of(scalar.text())
            : Optional.empty();
    if (raw.isEmpty()) {
      unexpected(noun);
      return Optional.empty();
    }
    if (!words.contains(raw.get())) {
      fault(Expected.oneOf(name, raw.get(), words, noun));
      return Optional.empty();
    }
    return raw;
  }

  /** A whole number from 1 up. */
  Optional<Integer> count(int max) {
    String expected = "a whole number from 1 to " + max;
    if (!(value instanceof Scalar scalar) || scalar.text().isEmpty()) {
      unexpected(expected);
      return Optional.empty();
    }
    if (!scalar.plain()) {
      fault(
          name + ": " + Expected.shown(scalar.text()) + " is a text (expected: " + expected + ")");
      return Optional.empty();
    }
    if (WHOLE.matches(scalar.text())) {
      int number = Integer.parseInt(scalar.text());
      if (number >= 1 && number <= max) {
        return Optional.of(number);
      }
    }
    fault(Expected.that(name, scalar.text(), expected));
    return Optional.empty();
  }

  /** A duration of more than nothing and at most 366 days. */
  Optional<Duration> duration() {
    Optional<String> text = text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Duration duration = Duration.parse(text.get());
      if (duration.compareTo(Duration.ZERO) > 0 && duration.compareTo(MAX_DURATION) <= 0) {
        return Optional.of(duration);
      }
      fault(Expected.that(name, text.get(), "more than nothing and at most P366D"));
    } catch (DateTimeParseException e) {
      fault(Expected.that(name, text.get(), DURATION_WORDS));
    }
    return Optional.empty();
  }

  /** The elements of a list, each a field called {@code name[i]}. */
  Optional<List<Field>> elements() {
    if (!(value instanceof Sequence sequence)) {
      unexpected("a list");
      return Optional.empty();
    }
    List<Field> elements = new ArrayList<>(sequence.elements().size());
    for (YamlNode element : sequence.elements()) {
      String index = "[" + elements.size() + "]";
      elements.add(new Field(name + index, path + index, element, element, faults));
    }
    return Optional.of(elements);
  }

  /** The elements of a list that holds at least one. */
  List<Field> someElements(String hint) {
    Optional<List<Field>> elements = elements();
    if (elements.isPresent() && elements.get().isEmpty()) {
      fault(name + ": empty (expected: " + hint + ")");
    }
    return elements.orElse(List.of());
  }

  /** The entries of a mapping whose keys are names, each a field called by its key. */
  List<Field> members() {
    return mapping().map(mapping -> members(mapping)).orElse(List.of());
  }

  /** The value as a mapping with these keys and no others. */
  Optional<Section> section(List<String> keys) {
    return mapping().map(mapping -> Section.of(this, mapping, keys));
  }

  private Optional<Mapping> mapping() {
    if (value instanceof Mapping mapping) {
      return Optional.of(mapping);
    }
    unexpected("a mapping");
    return Optional.empty();
  }

  /** The path of a member of this value. */
  String below(String key) {
    return path.isEmpty() ? Expected.shown(key) : path + "." + Expected.shown(key);
  }

  /** The entries of a mapping; a key that stands twice is a fault and counts once. */
  List<Field> members(Mapping mapping) {
    Set<String> seen = new HashSet<>();
    List<Field> members = new ArrayList<>(mapping.entries().size());
    for (Entry entry : mapping.entries()) {
      String key = entry.key().text();
      Field member = new Field(key, below(key), entry.key(), entry.value(), faults);
      if (seen.add(key)) {
        members.add(member);
      } else {
        member.nameFault(Expected.shown(key) + ": stands twice in one mapping (expected: once)");
      }
    }
    return members;
  }
}
