package org.portcullis.policy.lint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portcullis.policy.ApprovalPlan;

/** L8, L12 and L13, where it is known who is in which group. */
final class PeopleCheck implements LintCheck {

  @Override
  public void run(LintedPolicy policy) {
    Map<String, Set<String>> people = policy.knowledge().people();
    if (people.isEmpty()) {
      return;
    }
    for (String role : policy.content().roles().keySet()) {
      if (holders(policy, Set.of(role)).size() == 1) {
        policy.found(
            LintRule.ONE_PERSON, Severity.NOTE, "one person has role " + role, "roles", role);
      }
    }
    policy.content().plans().values().forEach(plan -> plan(policy, plan));
  }

  private static void plan(LintedPolicy policy, ApprovalPlan plan) {
    Set<String> voters = holders(policy, plan.approvers());
    if (voters.size() < plan.quorum()) {
      policy.found(
          LintRule.QUORUM,
          Severity.ERROR,
          plan.name() + " needs " + plan.quorum() + " votes and " + voters.size() + " can be given",
          "approvals",
          plan.name(),
          "quorum");
      return;
    }
    selfApproval(policy, plan, voters);
  }

  private static void selfApproval(LintedPolicy policy, ApprovalPlan plan, Set<String> voters) {
    Set<String> askers = askers(policy, plan);
    Set<String> both = new LinkedHashSet<>(askers);
    both.retainAll(voters);
    if (!both.isEmpty() && voters.size() - 1 < plan.quorum()) {
      policy.found(
          LintRule.QUORUM,
          Severity.WARNING,
          plan.name()
              + " cannot be satisfied when "
              + both.iterator().next()
              + " asks: nobody approves what they asked for themselves",
          "approvals",
          plan.name(),
          "quorum");
    } else if (voters.size() == 1) {
      policy.found(
          LintRule.APPROVERS,
          Severity.WARNING,
          "one person can approve by " + plan.name() + ": " + voters.iterator().next(),
          "approvals",
          plan.name(),
          "approvers");
    }
  }

  private static Set<String> askers(LintedPolicy policy, ApprovalPlan plan) {
    List<String> roles =
        policy.rules().stream()
            .filter(placed -> placed.rule().plan().equals(plan.name()))
            .map(placed -> placed.role().name())
            .toList();
    return holders(policy, Set.copyOf(roles));
  }

  private static Set<String> holders(LintedPolicy policy, Set<String> roles) {
    Set<String> holders = new LinkedHashSet<>();
    policy
        .groupsWith(roles)
        .forEach(
            group -> holders.addAll(policy.knowledge().people().getOrDefault(group, Set.of())));
    return holders;
  }
}
