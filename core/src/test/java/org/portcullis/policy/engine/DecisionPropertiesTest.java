package org.portcullis.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.policy.PolicyFixtures.caller;
import static org.portcullis.policy.PolicyFixtures.connection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.portcullis.command.Command;
import org.portcullis.policy.ActivePolicy;
import org.portcullis.policy.CommandDecision;
import org.portcullis.policy.Effect;
import org.portcullis.policy.Glob;
import org.portcullis.policy.PolicyFixtures;

class DecisionPropertiesTest {

  /** The caller is called by a word. */
  private static final String FAILING = "int(caller.name) > 0";

  @Property(tries = 300)
  void theStrictestRuleThatSpeaksWins(
      @ForAll("ruleLists") List<Draft> rules, @ForAll("commands") String command) {
    Optional<Effect> strictest =
        rules.stream().filter(rule -> rule.speaks(command)).map(Draft::effect).reduce(Effect::join);

    assertThat(decide(rules, command).own()).isEqualTo(strictest.orElse(Effect.BLOCK));
  }

  @Property(tries = 300)
  void aRuleThatBlocksNeverLoosens(
      @ForAll("ruleLists") List<Draft> rules,
      @ForAll("rules") Draft more,
      @ForAll("commands") String command) {
    List<Draft> stricter = new ArrayList<>(rules);
    stricter.add(new Draft(Effect.BLOCK, more.pattern, more.condition));

    assertThat(decide(stricter, command).own())
        .isGreaterThanOrEqualTo(decide(rules, command).own());
  }

  @Property(tries = 300)
  void theOrderOfRulesDoesNotMatter(
      @ForAll("ruleLists") List<Draft> rules,
      @ForAll("commands") String command,
      @ForAll long seed) {
    List<String> written = written(rules);
    List<String> shuffled = new ArrayList<>(written);
    java.util.Collections.shuffle(shuffled, new Random(seed));

    CommandDecision one = decide(policy(written), command);
    CommandDecision other = decide(policy(shuffled), command);

    assertThat(other.own()).isEqualTo(one.own());
    assertThat(new HashSet<>(other.rules())).isEqualTo(new HashSet<>(one.rules()));
    assertThat(other.plans()).isEqualTo(one.plans());
    assertThat(other.masking()).isEqualTo(one.masking());
  }

  @Property(tries = 300)
  void whatIsNotShownCannotBeDone(
      @ForAll("ruleLists") List<Draft> rules, @ForAll("commands") String command) {
    ActivePolicy policy = policy(written(rules));
    Command asked = PolicyFixtures.command(command);

    if (!policy.shows(caller("support"), connection("desk"), asked.name())) {
      assertThat(decide(policy, command).own()).isEqualTo(Effect.BLOCK);
    }
  }

  @Provide
  Arbitrary<List<Draft>> ruleLists() {
    return rules().list().ofMaxSize(8);
  }

  @Provide
  Arbitrary<Draft> rules() {
    return Combinators.combine(
            Arbitraries.of(Effect.class),
            Arbitraries.of(
                "tool:*", "tool:a", "tool:a*", "*", "sql:*", "tool:?b", "*:ab", "tool:b"),
            Arbitraries.of("", "true", "false", FAILING))
        .as(Draft::new);
  }

  @Provide
  Arbitrary<String> commands() {
    return Arbitraries.of("tool:a", "tool:b", "tool:ab", "tool:bb", "sql:select:ab", "http:ab");
  }

  private static CommandDecision decide(List<Draft> rules, String command) {
    return decide(policy(written(rules)), command);
  }

  private static CommandDecision decide(ActivePolicy policy, String command) {
    return PolicyFixtures.decide(policy, PolicyFixtures.command(command));
  }

  private static List<String> written(List<Draft> rules) {
    List<String> written = new ArrayList<>();
    for (Draft rule : rules) {
      written.add(rule.yaml("r" + written.size()));
    }
    return written;
  }

  private static ActivePolicy policy(List<String> rules) {
    return PolicyFixtures.policy(
        """
        version: 1
        groups: {support: [agent]}
        masking: [{id: m, fields: [x], with: label}]
        approvals:
          one: {approvers: [approver], quorum: 1, pending: PT1M, usable: PT1M}
        roles:
          agent:
            rules: [%s]
        """
            .formatted(rules.stream().collect(Collectors.joining(", "))));
  }

  /** A rule before it is written down. */
  record Draft(Effect declared, String pattern, String condition) {

    boolean speaks(String command) {
      return !condition.equals("false") && Glob.of(pattern).matches(command);
    }

    /** A condition that fails makes every rule one that blocks. */
    Effect effect() {
      return condition.equals(FAILING) ? Effect.BLOCK : declared;
    }

    String yaml(String id) {
      String more =
          switch (declared) {
            case APPROVE -> ", approval: one";
            case MASK -> ", mask: [m]";
            default -> "";
          };
      String when = condition.isEmpty() ? "" : ", when: \"" + condition + "\"";
      return "{id: %s, effect: %s, commands: [\"%s\"]%s%s}"
          .formatted(id, declared.label(), pattern, more, when);
    }
  }
}
