package org.portcullis.policy.document;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.portcullis.masking.Detection;
import org.portcullis.masking.FieldPath;
import org.portcullis.masking.Maskers;
import org.portcullis.masking.MaskingEntry;
import org.portcullis.masking.MaskingEntry.Operator;
import org.portcullis.policy.Glob;

/** Reads {@code masking}. */
final class MaskingReader {

  private static final List<String> KEYS = List.of("id", "for", "on", "fields", "detect", "with");
  private static final String ALL = "ALL";

  private static final List<String> DETECTORS =
      Stream.concat(Arrays.stream(Detection.values()).map(Enum::name), Stream.of(ALL)).toList();
  private static final List<String> OPERATORS =
      Arrays.stream(Operator.values()).map(MaskingReader::label).toList();

  /** Operators that the document knows and this version cannot carry out. */
  private static final List<String> LATER = List.of("token", "drop");

  private final KnownNames names;
  private final Set<String> ids = new HashSet<>();

  MaskingReader(KnownNames names) {
    this.names = names;
  }

  List<MaskingEntry> read(Field masking) {
    return masking.elements().orElse(List.of()).stream()
        .flatMap(element -> element.section(KEYS).stream())
        .flatMap(section -> entry(section).stream())
        .toList();
  }

  private Optional<MaskingEntry> entry(Section section) {
    Optional<String> id = section.required("id").flatMap(this::id);
    Set<String> roles = new LinkedHashSet<>();
    some(section, "for", "at least one role, or leave it out for everyone")
        .forEach(role -> role.word(names.roles(), "a role of this policy").ifPresent(roles::add));
    List<String> connections =
        some(section, "on", "at least one connection, or leave it out for all").stream()
            .flatMap(field -> Patterns.connection(field).stream())
            .map(Glob::text)
            .toList();
    List<FieldPath> fields =
        some(section, "fields", "at least one path or name, or leave it out").stream()
            .flatMap(field -> path(field).stream())
            .toList();
    Set<Detection> detect = detect(section);
    Optional<Operator> operator = section.required("with").flatMap(MaskingReader::operator);
    if (section.optional("fields").isEmpty() && section.optional("detect").isEmpty()) {
      section.whole().fault("masks nothing (expected: fields, detect or both)");
    }
    if (id.isEmpty() || operator.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new MaskingEntry(id.get(), roles, connections, fields, detect, operator.get()));
  }

  private Optional<String> id(Field field) {
    Optional<String> id = field.identifier();
    if (id.isPresent() && id.get().equals(Maskers.RECORDING)) {
      field.fault(Expected.that("id", id.get(), "another name, this one is the gate's own"));
    } else if (id.isPresent() && !ids.add(id.get())) {
      field.fault(Expected.that("id", id.get(), "an id that no other masking entry has"));
    }
    return id;
  }

  private static List<Field> some(Section section, String key, String hint) {
    return section.optional(key).map(field -> field.someElements(hint)).orElse(List.of());
  }

  private static Optional<FieldPath> path(Field field) {
    Optional<String> text = field.text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(FieldPath.parse(text.get()));
    } catch (IllegalArgumentException e) {
      String reason = String.valueOf(e.getMessage());
      field.fault(field.name() + ": " + reason.substring(reason.indexOf(": ") + 2));
      return Optional.empty();
    }
  }

  private static Set<Detection> detect(Section section) {
    Set<Detection> detect = EnumSet.noneOf(Detection.class);
    for (Field field : some(section, "detect", "at least one detector, or leave it out")) {
      Optional<String> word = field.word(DETECTORS, String.join(" | ", DETECTORS));
      if (word.isPresent()) {
        detect.addAll(
            word.get().equals(ALL)
                ? EnumSet.allOf(Detection.class)
                : EnumSet.of(Detection.valueOf(word.get())));
      }
    }
    return detect;
  }

  private static Optional<Operator> operator(Field field) {
    if (field.value() instanceof YamlNode.Scalar scalar && LATER.contains(scalar.text())) {
      field.fault(
          "with: "
              + scalar.text()
              + " is not supported by this version (expected: "
              + String.join(" | ", OPERATORS)
              + ")");
      return Optional.empty();
    }
    return field
        .word(OPERATORS, String.join(" | ", OPERATORS))
        .map(word -> Operator.valueOf(word.toUpperCase(Locale.ROOT)));
  }

  private static String label(Operator operator) {
    return operator.name().toLowerCase(Locale.ROOT);
  }
}
