package org.portcullis.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.policy.PolicyFixtures.NOW;
import static org.portcullis.policy.PolicyFixtures.caller;
import static org.portcullis.policy.PolicyFixtures.connection;
import static org.portcullis.policy.PolicyFixtures.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.policy.ActivePolicy;
import org.portcullis.policy.CallDecision;
import org.portcullis.policy.Effect;
import org.portcullis.policy.Glob;
import org.portcullis.policy.PolicyContent;
import org.portcullis.policy.Role;
import org.portcullis.policy.Rule;
import org.portcullis.policy.Spelling;
import org.portcullis.policy.condition.ConditionCompiler;
import org.portcullis.policy.condition.RuleCondition;

/** The engine beside {@link PlainEngine}, which tries every rule, on policies made up at random. */
class EngineAgreesTest {

  private static final List<String> ROLES = List.of("a", "b", "c", "d");
  private static final List<String> GROUPS = List.of("g", "h", "i");

  /** Several calls with one policy: what was kept from one must not mislead another. */
  @Property(tries = 500)
  void decidesAsTryingEveryRuleDoes(
      @ForAll("policies") PolicyContent content, @ForAll("calls") List<Call> calls) {
    ActivePolicy policy = CompiledPolicy.of(content).activate(3);
    PlainEngine plain = new PlainEngine(content);

    for (Call call : calls) {
      CallDecision decision =
          policy.decide(
              caller(call.groups.toArray(String[]::new)),
              connection(call.connection),
              "S-1",
              call.commands,
              NOW);

      assertThat(decision).as("%s of %s", call, content).isEqualTo(plain.decide(3, call));
    }
  }

  @Property(tries = 200)
  void showsAsTryingEveryRuleDoes(
      @ForAll("policies") PolicyContent content, @ForAll("calls") List<Call> calls) {
    ActivePolicy policy = CompiledPolicy.of(content).activate(3);
    PlainEngine plain = new PlainEngine(content);

    for (Call call : calls) {
      CommandName name = call.commands.get(0).name();
      assertThat(
              policy.shows(
                  caller(call.groups.toArray(String[]::new)), connection(call.connection), name))
          .isEqualTo(plain.shows(call, name));
    }
  }

  /** A call before it is asked about. */
  record Call(Set<String> groups, String connection, List<Command> commands) {}

  @Provide
  Arbitrary<PolicyContent> policies() {
    Arbitrary<Map<String, List<String>>> groups =
        Arbitraries.maps(
            Arbitraries.of(GROUPS), Arbitraries.of(ROLES).list().ofMaxSize(2).uniqueElements());
    Arbitrary<List<List<String>>> includes =
        Arbitraries.of(ROLES).list().ofMaxSize(2).uniqueElements().list().ofSize(ROLES.size());
    return Combinators.combine(groups, includes, rules().list().ofMaxSize(14))
        .as(EngineAgreesTest::content);
  }

  /** Rules go round the roles, and get their ids by their place. */
  private static PolicyContent content(
      Map<String, List<String>> groups, List<List<String>> includes, List<Rule> rules) {
    Map<String, Role> roles = new LinkedHashMap<>();
    for (int i = 0; i < ROLES.size(); i++) {
      int start = i;
      List<Rule> own =
          IntStream.range(0, rules.size())
              .filter(at -> at % ROLES.size() == start)
              .mapToObj(at -> renamed(rules.get(at), "r" + at))
              .toList();
      roles.put(ROLES.get(i), new Role(ROLES.get(i), includes.get(i), own));
    }
    return new PolicyContent(groups, roles, List.of(), Map.of());
  }

  private static Rule renamed(Rule rule, String id) {
    return new Rule(
        id,
        rule.effect(),
        rule.on(),
        rule.commands(),
        rule.when(),
        rule.effect() == Effect.APPROVE ? "plan-" + id : "",
        rule.effect() == Effect.MASK ? List.of("m", "m-" + id) : List.of(),
        rule.shadow(),
        rule.innerAny());
  }

  private static Arbitrary<Rule> rules() {
    return Combinators.combine(
            Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.of(Effect.ALLOW, Effect.MASK, Effect.APPROVE)),
                Tuple.of(1, Arbitraries.just(Effect.BLOCK))),
            Arbitraries.of("desk", "shop", "de*", "*", "sh?p").map(Glob::of).list().ofMaxSize(2),
            patterns().list().ofMinSize(1).ofMaxSize(4),
            Arbitraries.of(
                "",
                "",
                "",
                "args.n <= 5",
                "args.n > 2",
                "args.missing",
                "args.n == 3 || args.missing"),
            Arbitraries.of(false, false, false, true),
            Arbitraries.of(false, true))
        .as(
            (effect, on, commands, when, shadow, inner) ->
                new Rule(
                    "",
                    effect,
                    on,
                    commands,
                    condition(when),
                    "",
                    List.of(),
                    shadow,
                    inner && effect != Effect.BLOCK));
  }

  private static Optional<RuleCondition> condition(String when) {
    return when.isEmpty()
        ? Optional.empty()
        : Optional.of(
            ((ConditionCompiler.Compiled.Ready) ConditionCompiler.compile(when)).condition());
  }

  /** Short pieces of few letters, so that patterns meet names and each other. */
  private static Arbitrary<Glob> patterns() {
    Arbitrary<String> pieces =
        Arbitraries.of("a", "b", ":", "*", "*", "?", "\uD83D\uDE00", "\u00E9")
            .list()
            .ofMaxSize(6)
            .map(some -> String.join("", some));
    return Combinators.combine(Arbitraries.of("t:", "t:", "*", "?:", "sql:"), pieces)
        .as(String::concat)
        .map(text -> Glob.of(Spelling.of(text)));
  }

  private static Arbitrary<String> names() {
    Arbitrary<String> pieces =
        Arbitraries.of("a", "b", "A", ":", "\uD83D\uDE00", "\u00E9", "z")
            .list()
            .ofMinSize(1)
            .ofMaxSize(6)
            .map(some -> String.join("", some));
    return Combinators.combine(Arbitraries.of("t:", "t:", "T:", "sql:"), pieces).as(String::concat);
  }

  @Provide
  Arbitrary<List<Call>> calls() {
    Arbitrary<Set<String>> groups = Arbitraries.of("g", "h", "i", "unknown").set().ofMaxSize(3);
    return Combinators.combine(
            groups, Arbitraries.of("desk", "shop"), commands(2).list().ofMinSize(1).ofMaxSize(3))
        .as(Call::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  private static Arbitrary<Command> commands(int depth) {
    Arbitrary<List<Command>> inner =
        depth == 0
            ? Arbitraries.just(List.of())
            : Arbitraries.lazy(() -> commands(depth - 1)).list().ofMaxSize(2);
    return Combinators.combine(names(), Arbitraries.integers().between(0, 8), inner)
        .as(
            (name, n, below) ->
                Command.of(new CommandName(name), json("{\"n\":" + n + "}"), "")
                    .withInner(new ArrayList<>(below)));
  }
}
