package org.portcullis.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portcullis.json.StrictJson;

class PolicyLintTest {

  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

  private static final String HEAD =
      """
      version: 1
      groups: {support: [agent], chiefs: [approver]}
      roles:
        agent:
          rules:
      """;

  @Test
  void findsNothingInAPolicyThatMeansWhatItSays() {
    assertThat(
            lint(
                HEAD
                    + """
                      - {id: find, effect: allow, on: [desk], commands: ["tool:find_*"]}
                      - {id: small, effect: allow, on: [desk], commands: ["tool:refund"], when: "args.amount <= 50"}
                      - {id: large, effect: approve, on: [desk], commands: ["tool:refund"], when: "args.amount > 50", approval: one}
                      - {id: never, effect: block, commands: ["sql:drop:*", "tool:delete_*"]}
                approvals:
                  one: {approvers: [approver], quorum: 1, pending: PT15M, usable: PT10M}
                """))
        .isEmpty();
  }

  @Test
  void givesFaultsAtTheirPlaces() {
    assertThat(lint("version: 1\nrolls: {}\n"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo(LintRule.FAULT);
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.line()).isEqualTo(2);
            });
  }

  @Test
  void findsWildcards() {
    assertThat(found(HEAD + "      - {id: a, effect: allow, on: [desk], commands: [\"tool:*\"]}\n"))
        .containsExactly("6 L1 warning");
    assertThat(found(HEAD + "      - {id: a, effect: allow, commands: [\"tool:a\"]}\n"))
        .containsExactly("6 L1 note");
    assertThat(found(HEAD + "      - {id: a, effect: block, commands: [\"*\"]}\n")).isEmpty();
  }

  @Test
  void findsWhatDestroysWithoutBeingAskedFor() {
    String rule = "      - {id: a, effect: allow, on: [desk], commands: [\"%s\"]}\n";

    assertThat(found(HEAD + rule.formatted("tool:crm.deleteCustomer")))
        .containsExactly("6 L2 warning");
    assertThat(found(HEAD + rule.formatted("sql:truncate:orders"))).containsExactly("6 L2 warning");
    assertThat(found(HEAD + rule.formatted("tool:dropdown"))).isEmpty();
    assertThat(
            found(
                HEAD
                    + rule.formatted("tool:delete_x")
                    + "      - {id: b, effect: block, commands: [\"tool:delete_*\"]}\n"))
        .containsExactly("6 L4 warning");
  }

  @Test
  void findsRulesThatNeverTakeEffect() {
    assertThat(
            found(
                HEAD
                    + """
                      - {id: a, effect: allow, on: [desk], commands: ["tool:find_a", "tool:get_b"]}
                      - {id: b, effect: block, commands: ["tool:find_*"]}
                      - {id: c, effect: block, on: ["*"], commands: ["tool:get_*"]}
                """))
        .containsExactly("6 L4 warning");
    assertThat(
            found(
                HEAD
                    + """
                      - {id: a, effect: allow, on: [desk], commands: ["tool:find_a"]}
                      - {id: b, effect: block, on: [desk], commands: ["tool:find_*"], when: "args.x == 1"}
                      - {id: c, effect: block, on: [crm], commands: ["tool:find_*"]}
                """))
        .isEmpty();
  }

  @Test
  void leavesARuleAloneThatMasksWhereAnotherAsks() {
    assertThat(
            found(
                HEAD
                    + """
                      - {id: a, effect: mask, on: [desk], commands: ["tool:find_a"], mask: [m]}
                      - {id: b, effect: approve, on: [desk], commands: ["tool:find_*"], approval: one}
                masking: [{id: m, detect: [EMAIL], with: label}]
                approvals:
                  one: {approvers: [approver], quorum: 1, pending: PT15M, usable: PT10M}
                """))
        .isEmpty();
  }

  @Test
  void findsRulesAndPatternsThatAddNothing() {
    assertThat(
            found(
                HEAD
                    + """
                      - {id: a, effect: allow, on: [desk], commands: ["tool:find_*", "tool:find_a"]}
                      - {id: b, effect: allow, on: [desk], commands: ["tool:find_b"]}
                """))
        .containsExactly("6 L4 note", "7 L4 note");
  }

  @Test
  void findsRolesThatAreTheSame() {
    String rule = "{id: %s, effect: allow, on: [desk], commands: [\"tool:%s\"]}";
    assertThat(
            found(
                "version: 1\ngroups: {g: [one, two, three]}\nroles:\n"
                    + "  one: {rules: ["
                    + rule.formatted("a", "x")
                    + "]}\n"
                    + "  two: {rules: ["
                    + rule.formatted("b", "x")
                    + "]}\n"
                    + "  three: {rules: ["
                    + rule.formatted("c", "x")
                    + ", "
                    + rule.formatted("d", "y")
                    + "]}\n"))
        .containsExactly("5 L6 warning", "6 L6 note", "6 L6 note");
  }

  @Test
  void findsApprovalsThatNobodyOrOnlyTheAskersCanGive() {
    String policy =
        """
        version: 1
        groups: {%s}
        roles:
          agent:
            rules:
              - {id: a, effect: approve, on: [desk], commands: ["tool:a"], approval: one}
        approvals:
          one: {approvers: [approver], quorum: 2, pending: PT15M, usable: PT10M}
        """;

    assertThat(found(policy.formatted("g: [agent]"))).contains("8 L12 error");
    assertThat(found(policy.formatted("g: [agent, approver]"))).containsExactly("8 L12 warning");
    assertThat(found(policy.formatted("g: [agent, approver], h: [approver]"))).isEmpty();
  }

  @Test
  void countsPeopleWhereTheyAreKnown() {
    String policy =
        """
        version: 1
        groups: {g: [agent, approver], h: [approver]}
        roles:
          agent:
            rules:
              - {id: a, effect: approve, on: [desk], commands: ["tool:a"], approval: one}
        approvals:
          one: {approvers: [approver], quorum: 2, pending: PT15M, usable: PT10M}
        """;

    assertThat(found(policy, people(Set.of("ann"), Set.of())))
        .containsExactly("4 L8 note", "8 L13 error");
    assertThat(found(policy, people(Set.of("ann", "bob"), Set.of())))
        .containsExactly("8 L13 warning");
    assertThat(found(policy, people(Set.of("ann", "bob"), Set.of("cy")))).isEmpty();
  }

  @Test
  void holdsConditionsAgainstTheToolsThatAreKnown() {
    String tools =
        """
        {"desk": {"tools": [{"name": "refund", "annotations": {"destructiveHint": true},
          "inputSchema": {"type": "object", "required": ["amount"],
          "properties": {"amount": {"type": "number"}, "note": {"type": "string"}}}}]}}
        """;
    String rule =
        "      - {id: a, effect: block, on: [desk], commands: [\"tool:%s\"], when: \"%s\"}\n";

    assertThat(foundWith(tools, rule.formatted("refund", "args.amount > 50"))).isEmpty();
    assertThat(foundWith(tools, rule.formatted("refund", "args.amonut > 50")))
        .containsExactly("6 L15 error");
    assertThat(foundWith(tools, rule.formatted("refund", "args.note.size() > 5")))
        .containsExactly("6 L15 warning");
    assertThat(foundWith(tools, rule.formatted("refund", "has(args.note) && args.note.size() > 5")))
        .isEmpty();
    assertThat(foundWith(tools, rule.formatted("refund", "args.amount > '50'")))
        .containsExactly("6 L15 error");
    assertThat(foundWith(tools, rule.formatted("refnud", "true"))).containsExactly("6 L4 warning");
    assertThat(
            foundWith(
                tools, "      - {id: a, effect: allow, on: [desk], commands: [\"tool:re*\"]}\n"))
        .containsExactly("6 L2 warning");
  }

  @Test
  void findsTimesWithoutZoneOrEnd() {
    String rule =
        "      - {id: a, effect: allow, on: [desk], commands: [\"tool:a\"], when: \"%s\"}\n";

    assertThat(found(HEAD + rule.formatted("now.getHours() < 18")))
        .containsExactly("6 L16 warning");
    assertThat(found(HEAD + rule.formatted("now > timestamp('2026-01-01T00:00:00Z')")))
        .containsExactly("6 L16 note");
    assertThat(
            found(
                HEAD
                    + rule.formatted(
                        "now > timestamp('2026-01-01T00:00:00Z') && now <"
                            + " timestamp('2026-02-01T00:00:00Z')")))
        .isEmpty();
  }

  @Test
  void findsTextsThatAnotherSpellingSlipsPast() {
    String rule = "      - {id: a, effect: %s, on: [desk], commands: [\"tool:a\"], when: \"%s\"}\n";

    assertThat(found(HEAD + rule.formatted("block", "args.path.startsWith('/etc')")))
        .containsExactly("6 L17 warning");
    assertThat(found(HEAD + rule.formatted("allow", "args.env != 'prod'")))
        .containsExactly("6 L17 warning");
    assertThat(found(HEAD + rule.formatted("allow", "args.to.endsWith('@example.com')"))).isEmpty();
    assertThat(found(HEAD + rule.formatted("block", "args.path.matches('(?i)^/etc')"))).isEmpty();
  }

  @Test
  void findsRulesThatStayedInShadow() {
    String policy =
        HEAD + "      - {id: a, effect: allow, on: [desk], commands: [\"tool:a\"], mode: shadow}\n";
    LintKnowledge old = known(NOW.minusSeconds(31L * 24 * 3600));
    LintKnowledge young = known(NOW.minusSeconds(29L * 24 * 3600));

    assertThat(words(PolicyLint.lint(policy, old))).containsExactly("6 L20 warning");
    assertThat(PolicyLint.lint(policy, young)).isEmpty();
  }

  @Test
  void findsWhatDoesNothing() {
    assertThat(
            found(
                """
                version: 1
                groups: {g: [one], h: []}
                roles:
                  base: {rules: [{id: a, effect: allow, on: [desk], commands: ["tool:a"]}]}
                  mid: {includes: [base], rules: [{id: b, effect: allow, on: [desk], commands: ["tool:b"]}]}
                  one:
                    includes: [mid, base]
                    rules: [{id: c, effect: allow, on: [desk], commands: ["tool:c"]}]
                  idle: {rules: [{id: d, effect: allow, on: [desk], commands: ["tool:d"]}]}
                masking:
                  - {id: m, for: [idle], detect: [EMAIL], with: label}
                approvals:
                  one: {approvers: [one], quorum: 1, pending: PT15M, usable: PT10M}
                """))
        .containsExactlyInAnyOrder(
            "2 U2 note", "7 U5 note", "9 U1 warning", "11 U3 warning", "13 U4 note");
  }

  /** Known fault 6.24: what is attached to nothing is told. */
  @Test
  void findsPatternsOfConnectionsThatThereAreNot() {
    String yaml =
        HEAD
            + """
                  - {id: a, effect: block, on: [desk, "crm-*"], commands: ["tool:a"]}
                  - {id: b, effect: block, on: ["des?"], commands: ["tool:b"]}
            masking:
              - {id: m, on: [desk, bank], detect: [EMAIL], with: label}
            """;
    LintKnowledge desk =
        new LintKnowledge(
            KnownTools.NONE, Optional.of(Set.of("desk")), Map.of(), line -> null, NOW);
    assertThat(found(yaml, desk)).containsExactly("6 L4 warning", "9 L4 warning");
    assertThat(PolicyLint.lint(yaml, desk))
        .extracting(Finding::path)
        .contains("roles.agent.rules[0].on[1]", "masking[0].on[1]");
    assertThat(found(yaml)).isEmpty();
  }

  private static LintKnowledge known(Instant changed) {
    return new LintKnowledge(KnownTools.NONE, Optional.empty(), Map.of(), line -> changed, NOW);
  }

  private static LintKnowledge people(Set<String> g, Set<String> h) {
    return new LintKnowledge(
        KnownTools.NONE, Optional.empty(), Map.of("g", g, "h", h), line -> null, NOW);
  }

  private static List<String> foundWith(String tools, String rule) {
    StrictJson.Reading.Value json = (StrictJson.Reading.Value) StrictJson.read(tools);
    return found(
        HEAD + rule,
        new LintKnowledge(
            KnownTools.read(json.node()).orElseThrow(),
            Optional.empty(),
            Map.of(),
            line -> null,
            NOW));
  }

  private static List<String> found(String yaml) {
    return found(yaml, LintKnowledge.none(NOW));
  }

  private static List<String> found(String yaml, LintKnowledge knowledge) {
    return words(PolicyLint.lint(yaml, knowledge)).stream()
        .filter(word -> !word.contains("F2"))
        .toList();
  }

  private static List<Finding> lint(String yaml) {
    return PolicyLint.lint(yaml, LintKnowledge.none(NOW));
  }

  private static List<String> words(List<Finding> findings) {
    return findings.stream()
        .map(f -> f.line() + " " + f.rule().id() + " " + f.severity().label())
        .toList();
  }
}
