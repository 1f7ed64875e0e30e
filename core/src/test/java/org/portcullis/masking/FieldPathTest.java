package org.portcullis.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FieldPathTest {

  @Test
  void readsNamesAndPaths() {
    assertThat(FieldPath.parse("ssn").steps()).containsExactly("ssn");
    assertThat(FieldPath.parse(" **.card.number ").steps()).containsExactly("**", "card", "number");
    assertThat(FieldPath.parse("items.*.ssn")).hasToString("items.*.ssn");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''        | empty",
        "a..b      | a step is empty",
        ".a        | a step is empty",
        "a.        | a step is empty",
        "a.**      | ends in **",
        "**        | ends in **",
        "a*        | * inside a name",
        "$.a       | JSONPath",
        "a[0].b    | JSONPath",
        "a.__.b    | without a letter",
      })
  void saysWhyATextIsNoPath(String text, String reason) {
    assertThatThrownBy(() -> FieldPath.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void refusesEndlessPaths() {
    List<String> steps = Collections.nCopies(33, "a");
    assertThatThrownBy(() -> new FieldPath(steps)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void selectsWithMorePathsThanOneWordHolds() {
    List<FieldPath> paths = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      paths.add(FieldPath.parse("a" + i + ".b.**.c"));
    }
    Selectors selectors = new Selectors(List.of(List.of(), paths));
    for (int i = 0; i < 100; i++) {
      long[] state = selectors.member(selectors.start(), "a" + i);
      state = selectors.member(state, "b");
      assertThat(selectors.rule(selectors.member(state, "c"))).isEqualTo(1);
      state = selectors.member(selectors.member(state, "x"), "y");
      assertThat(selectors.rule(state)).isEqualTo(-1);
      assertThat(selectors.rule(selectors.member(state, "c"))).isEqualTo(1);
    }
  }
}
