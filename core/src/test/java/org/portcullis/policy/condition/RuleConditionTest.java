package org.portcullis.policy.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.policy.PolicyFixtures;
import org.portcullis.policy.condition.RuleCondition.Outcome;

class RuleConditionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "args.amount <= 50",
        "args.amount == 50",
        "args.price < 50",
        "args.price == 49.5",
        "args.nothing == null",
        "args.big > 9223372036854775000",
        "args.big != 0",
        "args.small == -9223372036854775808",
        "args.list.size() == 3",
        "args.list.exists(x, x == 2)",
        "args.nested.deep.value == 'x'",
        "has(args.amount)",
        "!has(args.absent)",
        "'amount' in args",
        "caller.name == 'Ada'",
        "caller.subject == 'u-1'",
        "caller.client == 'helper'",
        "'support' in caller.groups",
        "'agent' in caller.roles",
        "command.name == 'tool:refund'",
        "command.kind == 'tool'",
        "connection.name == 'desk'",
        "connection.labels.env == 'prod'",
        "connection.labels['env'] == 'prod'",
        "!('team' in connection.labels)",
        "session.id == 'S-1'",
        "now > timestamp('2026-01-01T00:00:00Z')",
        "now.getFullYear() == 2026",
        "now.getHours('UTC') == 5",
        "args.text.matches('^[a-z]+$')",
        "args.text.startsWith('ab')",
        "args.flag",
        "type(args.amount) == int && type(args.price) == double"
      })
  void holds(String expression) {
    assertThat(test(expression)).isEqualTo(Outcome.TRUE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "args.absent == 1",
        "args.text > 5",
        "args.amount",
        "args.amount / 0 == 1",
        "args.small - 1 < 0",
        "args.amount * 9223372036854775807 > 0",
        "args.text == 'abc' && args.absent == 1",
        "connection.labels.absent == 'x'",
        "args.nothing.x == 1",
        "args.list[7] == 1",
        "args.text.matches(args.badPattern)",
        "timestamp(args.text) < now"
      })
  void fails(String expression) {
    assertThat(test(expression)).isEqualTo(Outcome.FAILED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "args.amount <= 49 ; FALSE",
        "args.big < 9223372036854775807 ; FALSE",
        "args.nothing == 1 ; FALSE",
        "args.text == 'abc' || args.absent == 1 ; TRUE",
        "args.absent == 1 || args.text == 'abc' ; TRUE"
      })
  void comesTo(String expression, Outcome outcome) {
    assertThat(test(expression)).isEqualTo(outcome);
  }

  @Test
  void boundsComprehensions() {
    String list = "[" + "1,".repeat(199) + "1]";
    String expression = "args.l.all(a, args.l.all(b, args.l.all(c, a + b + c > 0)))";

    assertThat(test(expression, "{\"l\":" + list + "}")).isEqualTo(Outcome.FAILED);
  }

  @Test
  void seesArgumentsThatAreNoObject() {
    assertThat(test("args == 5", "5")).isEqualTo(Outcome.TRUE);
    assertThat(test("args.x == 5", "[1]")).isEqualTo(Outcome.FAILED);
    assertThat(test("args == null", "null")).isEqualTo(Outcome.TRUE);
  }

  private static Outcome test(String expression) {
    return test(
        expression,
        """
        {"amount":50,"price":49.5,"nothing":null,"big":9223372036854775808,
         "small":-9223372036854775808,"list":[1,2,3],"nested":{"deep":{"value":"x"}},
         "text":"abc","flag":true,"badPattern":"("}""");
  }

  private static Outcome test(String expression, String arguments) {
    Facts.Around around =
        new Facts.Around(
            PolicyFixtures.caller("support"),
            Set.of("agent"),
            PolicyFixtures.connection("desk", Map.of("env", "prod")),
            "S-1",
            PolicyFixtures.NOW);
    ConditionCompiler.Compiled compiled = ConditionCompiler.compile(expression);
    assertThat(compiled).isInstanceOf(ConditionCompiler.Compiled.Ready.class);
    return ((ConditionCompiler.Compiled.Ready) compiled)
        .condition()
        .test(new Facts(around, PolicyFixtures.command("tool:refund", arguments)));
  }
}
