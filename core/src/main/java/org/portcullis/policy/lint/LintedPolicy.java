package org.portcullis.policy.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portcullis.policy.PolicyContent;
import org.portcullis.policy.Role;
import org.portcullis.policy.RoleTree;
import org.portcullis.policy.Rule;
import org.portcullis.policy.document.PolicyPlaces;

/** A policy while it is linted: what it says, where it says so, and what was found. */
final class LintedPolicy {

  private final PolicyContent content;
  private final PolicyPlaces places;
  private final LintKnowledge knowledge;
  private final RoleTree tree;
  private final List<PlacedRule> rules = new ArrayList<>();
  private final Map<String, List<PlacedRule>> byRole = new LinkedHashMap<>();
  private final Map<String, MayCover> mayCover = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  LintedPolicy(PolicyContent content, PolicyPlaces places, LintKnowledge knowledge) {
    this.content = content;
    this.places = places;
    this.knowledge = knowledge;
    this.tree = new RoleTree(content.roles());
    for (Role role : content.roles().values()) {
      List<PlacedRule> placed = new ArrayList<>();
      for (int i = 0; i < role.rules().size(); i++) {
        placed.add(new PlacedRule(role, i, role.rules().get(i)));
      }
      byRole.put(role.name(), placed);
      rules.addAll(placed);
    }
  }

  /**
   * A rule and where it stands.
   *
   * @param index among the rules of its role
   */
  record PlacedRule(Role role, int index, Rule rule) {

    Object[] part(Object... more) {
      Object[] steps = new Object[4 + more.length];
      steps[0] = "roles";
      steps[1] = role.name();
      steps[2] = "rules";
      steps[3] = index;
      System.arraycopy(more, 0, steps, 4, more.length);
      return steps;
    }
  }

  PolicyContent content() {
    return content;
  }

  LintKnowledge knowledge() {
    return knowledge;
  }

  /** Every rule, in the document's order. */
  List<PlacedRule> rules() {
    return rules;
  }

  /** The rules that everyone has who has this role. */
  List<PlacedRule> rulesWith(String role) {
    Set<String> all = tree.withIncluded(List.of(role));
    return byRole.entrySet().stream()
        .filter(entry -> all.contains(entry.getKey()))
        .flatMap(entry -> entry.getValue().stream())
        .toList();
  }

  /** The rules that everyone has who has this one, and that may cover one of its patterns. */
  List<PlacedRule> mayCover(PlacedRule placed) {
    return mayCover
        .computeIfAbsent(placed.role().name(), role -> new MayCover(rulesWith(role)))
        .of(placed.rule().commands());
  }

  /** These roles and those that they include. */
  Set<String> withIncluded(Iterable<String> roles) {
    List<String> all = new ArrayList<>();
    roles.forEach(all::add);
    return tree.withIncluded(all);
  }

  /** The groups that lead to one of these roles. */
  Set<String> groupsWith(Set<String> roles) {
    Set<String> groups = new LinkedHashSet<>();
    for (Map.Entry<String, List<String>> group : content.groups().entrySet()) {
      if (withIncluded(group.getValue()).stream().anyMatch(roles::contains)) {
        groups.add(group.getKey());
      }
    }
    return groups;
  }

  void found(LintRule rule, Severity severity, String message, Object... steps) {
    PolicyPlaces.Place place = places.at(steps);
    findings.add(new Finding(rule, severity, place.line(), place.column(), path(steps), message));
  }

  /** The line at which a part stands. */
  int line(Object... steps) {
    return places.at(steps).line();
  }

  List<Finding> findings() {
    return findings;
  }

  private static String path(Object... steps) {
    StringBuilder path = new StringBuilder();
    for (Object step : steps) {
      if (step instanceof Integer) {
        path.append('[').append(step).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step);
      }
    }
    return path.toString();
  }
}
