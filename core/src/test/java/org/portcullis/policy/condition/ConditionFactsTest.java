package org.portcullis.policy.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portcullis.policy.condition.ConditionFacts.Comparison;
import org.portcullis.policy.condition.ConditionFacts.Path;

class ConditionFactsTest {

  @Test
  void namesWhatIsUsedAndWhatIsOnlyAskedFor() {
    ConditionFacts facts =
        ConditionFacts.of("has(args.bcc) || args.mail.to == caller.name || args['x-y'] > 1");

    assertThat(facts.used())
        .containsExactlyInAnyOrder(
            path("args", "mail", "to"), path("caller", "name"), path("args", "x-y"));
    assertThat(facts.tested()).containsExactly(path("args", "bcc"));
    assertThat(facts.arguments())
        .containsExactlyInAnyOrder(
            path("args", "mail", "to"), path("args", "x-y"), path("args", "bcc"));
  }

  @Test
  void turnsComparisonsSoThatTheValueStandsAtTheLeft() {
    assertThat(ConditionFacts.of("50 < args.amount && args.to in ['a', 'b']").comparisons())
        .containsExactly(
            new Comparison(path("args", "amount"), ">", 50L, false),
            new Comparison(path("args", "to"), "in", "a", false),
            new Comparison(path("args", "to"), "in", "b", false));
  }

  @Test
  void seesNegationsAndFunctionsOfTexts() {
    Comparison comparison = ConditionFacts.of("!args.path.contains('..')").comparisons().get(0);

    assertThat(comparison).isEqualTo(new Comparison(path("args", "path"), "contains", "..", true));
    assertThat(comparison.excludes()).isTrue();
    assertThat(ConditionFacts.of("args.a != 'b'").comparisons().get(0).excludes()).isTrue();
    assertThat(ConditionFacts.of("args.a == 'b'").comparisons().get(0).excludes()).isFalse();
  }

  @Test
  void stopsWhereAMemberIsComputedAndLooksIntoMacros() {
    assertThat(ConditionFacts.of("args.items[args.i].ok && args.list.all(x, x > 0)").used())
        .containsExactlyInAnyOrder(path("args", "items"), path("args", "i"), path("args", "list"));
  }

  @Test
  void namesHoursWithoutAZone() {
    assertThat(ConditionFacts.of("now.getHours() < 8").withoutZone()).containsExactly("getHours");
    assertThat(ConditionFacts.of("now.getHours('Europe/Berlin') < 8").withoutZone()).isEmpty();
  }

  @Test
  void aTextThatIsNoConditionHasNoFacts() {
    assertThat(ConditionFacts.of("args.").arguments()).isEmpty();
  }

  private static Path path(String variable, String... steps) {
    return new Path(variable, List.of(steps));
  }
}
