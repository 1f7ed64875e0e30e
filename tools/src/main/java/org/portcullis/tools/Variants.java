package org.portcullis.tools;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.policy.PolicyContent;
import org.portcullis.policy.Role;
import org.portcullis.policy.Rule;

/** Policies with one rule changed. */
public final class Variants {

  private Variants() {}

  /** The same policy with this rule in the place of the one with its id, or without that one. */
  public static PolicyContent of(PolicyContent content, String id, Optional<Rule> changed) {
    Map<String, Role> roles = new LinkedHashMap<>();
    for (Role role : content.roles().values()) {
      List<Rule> rules = new ArrayList<>();
      for (Rule rule : role.rules()) {
        if (!rule.id().equals(id)) {
          rules.add(rule);
        } else {
          changed.ifPresent(rules::add);
        }
      }
      roles.put(role.name(), new Role(role.name(), role.includes(), rules));
    }
    return new PolicyContent(content.groups(), roles, content.masking(), content.plans());
  }

  /** The rule without its condition. */
  public static Rule always(Rule rule) {
    return new Rule(
        rule.id(),
        rule.effect(),
        rule.on(),
        rule.commands(),
        Optional.empty(),
        rule.plan(),
        rule.masking(),
        rule.shadow(),
        rule.innerAny());
  }
}
