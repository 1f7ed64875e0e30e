package org.portcullis.policy.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.policy.document.YamlNode.Entry;
import org.portcullis.policy.document.YamlNode.Mapping;

/** A mapping with known keys: unknown ones were noted as faults, the known ones are asked for. */
final class Section {

  private final Field field;
  private final Map<String, Field> known;

  private Section(Field field, Map<String, Field> known) {
    this.field = field;
    this.known = known;
  }

  static Section of(Field field, Mapping mapping, List<String> keys) {
    for (Entry entry : mapping.entries()) {
      String key = entry.key().text();
      if (!keys.contains(key)) {
        new Field(key, field.below(key), entry.key(), entry.value(), field.faults())
            .nameFault(Expected.oneOf("unknown key", key, keys, "a key of this place"));
      }
    }
    Map<String, Field> known = new HashMap<>();
    for (Field member : field.members(mapping)) {
      if (keys.contains(member.name())) {
        known.put(member.name(), member);
      }
    }
    return new Section(field, known);
  }

  /** The mapping as a whole. */
  Field whole() {
    return field;
  }

  /** The value of a key, or empty when the key is not there. */
  Optional<Field> optional(String key) {
    return Optional.ofNullable(known.get(key));
  }

  /** The value of a key that has to be there. */
  Optional<Field> required(String key) {
    return required(key, "a value");
  }

  /** The value of a key that has to be there; the message says what was expected. */
  Optional<Field> required(String key, String expected) {
    Field found = known.get(key);
    if (found == null) {
      field.fault(key + ": missing (expected: " + expected + ")");
    }
    return Optional.ofNullable(found);
  }
}
