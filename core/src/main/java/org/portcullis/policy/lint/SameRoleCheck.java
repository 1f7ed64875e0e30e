package org.portcullis.policy.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.portcullis.policy.Glob;
import org.portcullis.policy.Rule;
import org.portcullis.policy.lint.LintedPolicy.PlacedRule;

/** L6: roles whose rules are all of another role's, or exactly these. */
final class SameRoleCheck implements LintCheck {

  @Override
  public void run(LintedPolicy policy) {
    Map<String, Set<String>> texts = new LinkedHashMap<>();
    for (String role : policy.content().roles().keySet()) {
      Set<String> rules =
          policy.rulesWith(role).stream()
              .map(PlacedRule::rule)
              .map(SameRoleCheck::text)
              .collect(Collectors.toCollection(TreeSet::new));
      if (!rules.isEmpty()) {
        texts.put(role, rules);
      }
    }
    List<String> roles = new ArrayList<>(texts.keySet());
    for (int i = 0; i < roles.size(); i++) {
      for (int j = 0; j < roles.size(); j++) {
        if (i != j) {
          compare(policy, texts, roles.get(i), roles.get(j), i < j);
        }
      }
    }
  }

  private static void compare(
      LintedPolicy policy,
      Map<String, Set<String>> texts,
      String role,
      String other,
      boolean before) {
    boolean isIncluded = policy.withIncluded(List.of(role)).contains(other);
    Set<String> mine = texts.getOrDefault(role, Set.of());
    Set<String> its = texts.getOrDefault(other, Set.of());
    if (mine.equals(its)) {
      if (!before) {
        policy.found(
            LintRule.SAME_ROLE,
            Severity.WARNING,
            "role " + role + " has the same rules as role " + other,
            "roles",
            role);
      }
    } else if (!isIncluded && mine.containsAll(its)) {
      policy.found(
          LintRule.SAME_ROLE,
          Severity.NOTE,
          "role " + role + " has every rule of role " + other + " and could include it",
          "roles",
          role);
    }
  }

  /** All that a rule does, without its name. */
  private static String text(Rule rule) {
    return String.join(
        " ",
        rule.effect().label(),
        globs(rule.on()),
        globs(rule.commands()),
        rule.when().map(Object::toString).orElse(""),
        rule.plan(),
        rule.masking().stream().sorted().toList().toString(),
        rule.shadow() + "/" + rule.innerAny());
  }

  private static String globs(List<Glob> globs) {
    return globs.stream().map(Glob::text).sorted().toList().toString();
  }
}
