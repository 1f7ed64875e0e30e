package org.portcullis.policy.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.portcullis.policy.document.PolicyFault;
import org.portcullis.policy.document.PolicyPlaces;
import org.portcullis.policy.document.PolicyReader;
import org.portcullis.policy.document.PolicyReading;

/** Finds what a policy document most likely does not mean. Stateless. */
public final class PolicyLint {

  private static final List<LintCheck> CHECKS =
      List.of(
          new WildcardCheck(),
          new DestructiveCheck(),
          new NeverWinsCheck(),
          new ToolPatternCheck(),
          new ConnectionPatternCheck(),
          new SameRoleCheck(),
          new ApproversCheck(),
          new PeopleCheck(),
          new ArgumentCheck(),
          new TimeCheck(),
          new SpellingCheck(),
          new ShadowAgeCheck(),
          new UnusedCheck());

  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparingInt(Finding::line)
          .thenComparingInt(Finding::column)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::message);

  private PolicyLint() {}

  /** What there is to say about a document, by place. Of a faulty one only its faults are known. */
  public static List<Finding> lint(String yaml, LintKnowledge knowledge) {
    PolicyReading reading = PolicyReader.read(yaml);
    if (reading instanceof PolicyReading.Faulty faulty) {
      return faulty.faults().stream()
          .map(fault -> finding(LintRule.FAULT, Severity.ERROR, fault))
          .toList();
    }
    PolicyReading.Read read = (PolicyReading.Read) reading;
    LintedPolicy policy =
        new LintedPolicy(read.policy().content(), PolicyPlaces.of(yaml), knowledge);
    CHECKS.forEach(check -> check.run(policy));
    List<Finding> findings = new ArrayList<>(policy.findings());
    read.warnings().stream()
        .map(warning -> finding(LintRule.WARNING, Severity.WARNING, warning))
        .forEach(findings::add);
    return findings.stream().sorted(BY_PLACE).distinct().toList();
  }

  private static Finding finding(LintRule rule, Severity severity, PolicyFault fault) {
    return new Finding(rule, severity, fault.line(), fault.column(), fault.path(), fault.message());
  }
}
