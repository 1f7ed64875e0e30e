package org.portcullis.policy.document;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portcullis.policy.ApprovalPlan;

/** Reads {@code approvals}. */
final class ApprovalsReader {

  private static final List<String> KEYS =
      List.of("approvers", "quorum", "pending", "grant", "usable");
  private static final int MAX_QUORUM = 20;

  private final KnownNames names;

  ApprovalsReader(KnownNames names) {
    this.names = names;
  }

  Map<String, ApprovalPlan> read(Field approvals) {
    Map<String, ApprovalPlan> plans = new LinkedHashMap<>();
    for (Field member : approvals.members()) {
      if (!Field.isName(member.name())) {
        member.nameFault(Expected.that("approval plan", member.name(), Field.NAME_WORDS));
      }
      member
          .section(KEYS)
          .flatMap(section -> plan(member.name(), section))
          .ifPresent(plan -> plans.put(plan.name(), plan));
    }
    return plans;
  }

  private Optional<ApprovalPlan> plan(String name, Section section) {
    Set<String> approvers = new LinkedHashSet<>();
    section
        .required("approvers")
        .map(field -> field.someElements("at least one role"))
        .orElse(List.of())
        .forEach(
            role -> role.word(names.roles(), "a role of this policy").ifPresent(approvers::add));
    Optional<Integer> quorum = section.required("quorum").flatMap(q -> q.count(MAX_QUORUM));
    Optional<Duration> pending = section.required("pending").flatMap(Field::duration);
    Optional<Duration> usable = section.required("usable").flatMap(Field::duration);
    section.optional("grant").ifPresent(grant -> grant.word(List.of("once"), "once"));
    if (quorum.isEmpty() || pending.isEmpty() || usable.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ApprovalPlan(name, approvers, quorum.get(), pending.get(), usable.get()));
  }
}
