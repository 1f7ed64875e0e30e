package org.portcullis.tools.cases;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.portcullis.policy.Role;
import org.portcullis.policy.Rule;
import org.portcullis.policy.engine.CompiledPolicy;
import org.portcullis.tools.PolicyFile;

/**
 * What running cases came to.
 *
 * @param results of the cases, in their order
 * @param rules every rule of the policy, in its order
 * @param covered the rules that decided a command of a case that passed
 * @param mutants how many changes of the policy were tried
 * @param survived the changes after which every case still passes
 */
record TestReport(
    List<CaseResult> results,
    Set<String> rules,
    Set<String> covered,
    int mutants,
    List<Mutant> survived) {

  static TestReport of(PolicyFile file, List<TestCase> cases) {
    List<CaseResult> results =
        cases.stream().map(test -> CaseResult.of(test, file.policy().activate(0))).toList();
    Set<String> rules = new LinkedHashSet<>();
    for (Role role : file.policy().content().roles().values()) {
      role.rules().stream().map(Rule::id).forEach(rules::add);
    }
    Set<String> covered = new LinkedHashSet<>(rules);
    Set<String> deciding = new LinkedHashSet<>();
    List<CaseResult> passed = results.stream().filter(CaseResult::passed).toList();
    passed.forEach(result -> deciding.addAll(result.deciding()));
    covered.retainAll(deciding);
    List<Mutant> mutants = Mutants.of(file);
    List<Mutant> survived = mutants.stream().filter(mutant -> survives(mutant, passed)).toList();
    return new TestReport(results, rules, covered, mutants.size(), survived);
  }

  private static boolean survives(Mutant mutant, List<CaseResult> passed) {
    CompiledPolicy policy = CompiledPolicy.of(mutant.content());
    return passed.stream()
        .allMatch(result -> CaseResult.of(result.test(), policy.activate(0)).passed());
  }

  long failed() {
    return results.stream().filter(result -> !result.passed()).count();
  }

  /** Rules that no case speaks about. */
  List<String> uncovered() {
    return rules.stream().filter(rule -> !covered.contains(rule)).toList();
  }

  /** Of all rules those that are covered, in percent, rounded down. */
  int coverage() {
    return percent(covered.size(), rules.size());
  }

  /** Of all changes those that a case notices, in percent, rounded down. */
  int score() {
    return percent(mutants - survived.size(), mutants);
  }

  private static int percent(int part, int whole) {
    return whole == 0 ? 100 : part * 100 / whole;
  }
}
