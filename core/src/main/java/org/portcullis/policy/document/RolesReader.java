package org.portcullis.policy.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.policy.Role;
import org.portcullis.policy.Rule;

/** Reads {@code roles}: what they include and their rules. */
final class RolesReader {

  private static final List<String> KEYS = List.of("includes", "rules");

  private final KnownNames names;
  private final RuleReader rules;

  RolesReader(KnownNames names) {
    this.names = names;
    this.rules = new RuleReader(names);
  }

  Map<String, Role> read(Field field) {
    Map<String, Role> roles = new LinkedHashMap<>();
    Map<String, List<Field>> includes = new LinkedHashMap<>();
    for (Field member : field.members()) {
      if (!Field.isName(member.name())) {
        member.nameFault(Expected.that("role", member.name(), Field.NAME_WORDS));
      }
      Optional<Section> section = member.section(KEYS);
      List<Field> included =
          section.flatMap(s -> s.optional("includes")).flatMap(Field::elements).orElse(List.of());
      includes.put(member.name(), included);
      roles.put(member.name(), role(member.name(), section, included));
    }
    new IncludeCheck(roles, includes).run();
    return roles;
  }

  private Role role(String name, Optional<Section> section, List<Field> included) {
    List<String> includes = new ArrayList<>();
    for (Field include : included) {
      include.word(names.roles(), "a role of this policy").ifPresent(includes::add);
    }
    List<Rule> own =
        section
            .flatMap(s -> s.optional("rules"))
            .flatMap(Field::elements)
            .orElse(List.of())
            .stream()
            .flatMap(rule -> rules.read(rule).stream())
            .toList();
    return new Role(name, includes, own);
  }
}
