package org.portcullis.policy.document;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portcullis.policy.Role;
import org.portcullis.policy.document.YamlNode.Entry;
import org.portcullis.policy.document.YamlNode.Mapping;
import org.portcullis.policy.document.YamlNode.Scalar;
import org.portcullis.policy.document.YamlNode.Sequence;

/**
 * The names that a document gives to things, gathered before its parts are read, so that what is
 * faulty itself can still be referred to: one mistake is one fault.
 */
record KnownNames(Set<String> roles, Set<String> plans, Set<String> entries) {

  static KnownNames in(Section document) {
    Set<String> roles = new LinkedHashSet<>(keys(document.optional("roles")));
    roles.addAll(Role.BUILT_IN);
    return new KnownNames(
        roles, keys(document.optional("approvals")), ids(document.optional("masking")));
  }

  private static Set<String> keys(Optional<Field> field) {
    Set<String> keys = new LinkedHashSet<>();
    if (field.isPresent() && field.get().value() instanceof Mapping mapping) {
      mapping.entries().forEach(entry -> keys.add(entry.key().text()));
    }
    return keys;
  }

  private static Set<String> ids(Optional<Field> field) {
    Set<String> ids = new LinkedHashSet<>();
    if (field.isPresent() && field.get().value() instanceof Sequence sequence) {
      for (YamlNode element : sequence.elements()) {
        if (element instanceof Mapping mapping) {
          mapping.entries().stream().flatMap(entry -> id(entry).stream()).forEach(ids::add);
        }
      }
    }
    return ids;
  }

  private static List<String> id(Entry entry) {
    return entry.key().text().equals("id") && entry.value() instanceof Scalar scalar
        ? List.of(scalar.text())
        : List.of();
  }
}
