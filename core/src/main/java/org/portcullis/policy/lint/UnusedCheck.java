package org.portcullis.policy.lint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portcullis.masking.MaskingEntry;
import org.portcullis.policy.Role;

/** U1 to U5: what stands in the document and does nothing. */
final class UnusedCheck implements LintCheck {

  @Override
  public void run(LintedPolicy policy) {
    Set<String> reached = new LinkedHashSet<>();
    for (Map.Entry<String, List<String>> group : policy.content().groups().entrySet()) {
      reached.addAll(policy.withIncluded(group.getValue()));
      if (group.getValue().isEmpty()) {
        policy.found(
            LintRule.GROUP_WITHOUT_ROLE,
            Severity.NOTE,
            "group " + group.getKey() + " has no role",
            "groups",
            group.getKey());
      }
    }
    for (Role role : policy.content().roles().values()) {
      if (!reached.contains(role.name())) {
        policy.found(
            LintRule.ROLE_WITHOUT_GROUP,
            Severity.WARNING,
            "no group leads to role " + role.name() + ", so its rules never count",
            "roles",
            role.name());
      }
      includes(policy, role);
    }
    masking(policy, reached);
    plans(policy);
  }

  private static void includes(LintedPolicy policy, Role role) {
    for (int i = 0; i < role.includes().size(); i++) {
      String included = role.includes().get(i);
      List<String> others = new ArrayList<>(role.includes());
      others.remove(i);
      if (policy.withIncluded(others).contains(included)) {
        policy.found(
            LintRule.NEEDLESS_INCLUDE,
            Severity.NOTE,
            "role " + role.name() + " includes " + included + " over another role as well",
            "roles",
            role.name(),
            "includes",
            i);
      }
    }
  }

  private static void masking(LintedPolicy policy, Set<String> reached) {
    List<MaskingEntry> entries = policy.content().masking();
    for (int i = 0; i < entries.size(); i++) {
      MaskingEntry entry = entries.get(i);
      boolean added =
          policy.rules().stream().anyMatch(placed -> placed.rule().masking().contains(entry.id()));
      boolean forNobody =
          !entry.roles().isEmpty() && entry.roles().stream().noneMatch(reached::contains);
      if (forNobody && !added) {
        policy.found(
            LintRule.UNUSED_MASKING,
            Severity.WARNING,
            "masking entry " + entry.id() + " is for roles that nobody has, and no rule adds it",
            "masking",
            i,
            "id");
      }
    }
  }

  private static void plans(LintedPolicy policy) {
    for (String plan : policy.content().plans().keySet().stream().sorted().toList()) {
      if (policy.rules().stream().noneMatch(placed -> placed.rule().plan().equals(plan))) {
        policy.found(
            LintRule.UNUSED_PLAN,
            Severity.NOTE,
            "no rule asks by approval plan " + plan,
            "approvals",
            plan);
      }
    }
  }
}
