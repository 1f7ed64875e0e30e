package org.portcullis.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.portcullis.policy.Glob;

class GlobIndexTest {

  @Property(tries = 2000)
  void findsWhatEachPatternByItselfMatches(
      @ForAll("patterns") List<String> patterns, @ForAll("names") List<String> names) {
    GlobIndex<SortedSet<Integer>> index = new GlobIndex<>(tree(patterns), numbers -> numbers);

    names.forEach(name -> assertThat(index.find(name)).isEqualTo(each(patterns, name)));
  }

  /** So little is kept that it starts anew within every name. */
  @Property(tries = 1000)
  void findsTheSameWhenItHasToStartAnew(
      @ForAll("patterns") List<String> patterns, @ForAll("names") List<String> names) {
    GlobIndex<SortedSet<Integer>> index = new GlobIndex<>(tree(patterns), numbers -> numbers, 9);

    names.forEach(name -> assertThat(index.find(name)).isEqualTo(each(patterns, name)));
  }

  @Test
  void makesNothingAgainForANameItHasSeen() {
    AtomicInteger made = new AtomicInteger();
    List<String> patterns = List.of("tool:*_x", "tool:find_*", "*", "tool:?*?", "a*b*c*d");
    GlobIndex<Integer> index = new GlobIndex<>(tree(patterns), numbers -> made.incrementAndGet());
    index.find("tool:find_customers_x");
    int before = made.get();

    index.find("tool:find_customers_x");

    assertThat(made).hasValue(before);
  }

  /** Steps, not time: a step is made for a character at most, whatever the patterns are. */
  @Test
  void makesAtMostOneStepForACharacter() {
    AtomicInteger made = new AtomicInteger();
    List<String> patterns =
        IntStream.range(0, 60).mapToObj(i -> "*" + "a*".repeat(1 + i) + "b").toList();
    GlobIndex<Integer> index = new GlobIndex<>(tree(patterns), numbers -> made.incrementAndGet());
    int start = made.get();

    index.find("a".repeat(2048));

    assertThat(made.get() - start).isLessThanOrEqualTo(2048);
  }

  /** Patterns that would need a state for every subset of the last characters. */
  @Test
  void keepsABoundedNumberOfStates() {
    AtomicInteger made = new AtomicInteger();
    GlobTree tree = tree(List.of("*a" + "?".repeat(18)));
    GlobIndex<Integer> index = new GlobIndex<>(tree, numbers -> made.incrementAndGet(), 1000);
    for (int i = 0; i < 5000; i++) {
      index.find(Integer.toBinaryString(i | 1 << 20).replace('1', 'a'));
    }

    assertThat(index.cells()).isLessThanOrEqualTo(1000);
    assertThat(made.get()).isGreaterThan(1000);
  }

  @Provide
  Arbitrary<List<String>> patterns() {
    return pieces("a", "b", ":", "*", "*", "?", "\uD83D\uDE00", "\u00E9").list().ofMaxSize(10);
  }

  @Provide
  Arbitrary<List<String>> names() {
    return pieces("a", "b", ":", "\uD83D\uDE00", "\u00E9", "z", "\u4E2D")
        .list()
        .ofMinSize(1)
        .ofMaxSize(10);
  }

  private static Arbitrary<String> pieces(String... pieces) {
    return Arbitraries.of(pieces).list().ofMaxSize(9).map(list -> String.join("", list));
  }

  private static GlobTree tree(List<String> patterns) {
    GlobTree tree = new GlobTree();
    for (int i = 0; i < patterns.size(); i++) {
      tree.add(Glob.of(patterns.get(i)), i);
    }
    return tree;
  }

  private static SortedSet<Integer> each(List<String> patterns, String name) {
    SortedSet<Integer> numbers = new TreeSet<>();
    for (int i = 0; i < patterns.size(); i++) {
      if (Glob.of(patterns.get(i)).matches(name)) {
        numbers.add(i);
      }
    }
    return numbers;
  }
}
