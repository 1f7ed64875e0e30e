package org.portcullis.policy.lint;

import java.util.LinkedHashSet;
import java.util.Set;
import org.portcullis.policy.ApprovalPlan;
import org.portcullis.policy.lint.LintedPolicy.PlacedRule;

/**
 * L12, as far as groups tell it: plans that nobody can vote on, and plans on which only those can
 * vote who ask by them themselves.
 */
final class ApproversCheck implements LintCheck {

  @Override
  public void run(LintedPolicy policy) {
    for (ApprovalPlan plan : policy.content().plans().values()) {
      Set<String> voters = policy.groupsWith(plan.approvers());
      if (voters.isEmpty()) {
        policy.found(
            LintRule.APPROVERS,
            Severity.ERROR,
            "nobody can approve by "
                + plan.name()
                + ": no group leads to "
                + String.join(", ", plan.approvers().stream().sorted().toList()),
            "approvals",
            plan.name(),
            "approvers");
      } else if (askers(policy, plan).containsAll(voters)) {
        policy.found(
            LintRule.APPROVERS,
            Severity.WARNING,
            "every group that can approve by "
                + plan.name()
                + " also asks by it: "
                + String.join(", ", voters)
                + "; nobody approves what they asked for themselves",
            "approvals",
            plan.name(),
            "approvers");
      }
    }
  }

  private static Set<String> askers(LintedPolicy policy, ApprovalPlan plan) {
    Set<String> roles = new LinkedHashSet<>();
    for (PlacedRule placed : policy.rules()) {
      if (placed.rule().plan().equals(plan.name()) && !placed.rule().shadow()) {
        roles.add(placed.role().name());
      }
    }
    return policy.groupsWith(roles);
  }
}
