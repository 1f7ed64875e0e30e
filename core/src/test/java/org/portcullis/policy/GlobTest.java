package org.portcullis.policy;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "tool:*,            tool:refund,       true",
    "tool:*,            tool:,             true",
    "tool:*,            sql:x,             false",
    "*,                 anything at all,   true",
    "http:GET:*/a/*,    http:GET:h/x/a/b,  true",
    "tool:re?und,       tool:refund,       true",
    "tool:re?und,       tool:reund,        false",
    "tool:?,            tool:\uD83D\uDE00, true",
    "tool:??,           tool:\uD83D\uDE00, false",
    "a*b*c,             a-b-b-c,           true",
    "a*b*c,             a-b-b-c-,          false",
    "tool:find.*,       tool:finder,       false",
    "tool:[ab],         tool:a,            false",
  })
  void matches(String pattern, String text, boolean expected) {
    assertThat(Glob.of(pattern).matches(text)).isEqualTo(expected);
  }

  @Test
  void knowsWhatItBeginsWith() {
    assertThat(Glob.of("tool:a*").prefix()).isEqualTo("tool:a");
    assertThat(Glob.of("tool:a*").isWholePrefix()).isTrue();
    assertThat(Glob.of("tool:a**").isWholePrefix()).isFalse();
    assertThat(Glob.of("tool:a?").isWholePrefix()).isFalse();
    assertThat(Glob.of("tool:a").isLiteral()).isTrue();
  }

  @Test
  void endsOnTheWorstInput() {
    Glob glob = Glob.of("*" + "a*".repeat(255) + "b");

    assertThat(glob.matches("a".repeat(2048))).isFalse();
  }

  @Property(tries = 5000)
  void agreesWithTheNaiveReading(@ForAll("patterns") String pattern, @ForAll("texts") String text) {
    int[] p = pattern.codePoints().toArray();
    int[] t = text.codePoints().toArray();

    assertThat(Glob.of(pattern).matches(text)).isEqualTo(naive(p, 0, t, 0));
  }

  @Provide
  Arbitrary<String> patterns() {
    return pieces("a", "b", ":", "*", "?", "\uD83D\uDE00");
  }

  @Provide
  Arbitrary<String> texts() {
    return pieces("a", "b", ":", "\uD83D\uDE00");
  }

  private static Arbitrary<String> pieces(String... pieces) {
    return Arbitraries.of(pieces).list().ofMaxSize(9).map(list -> String.join("", list));
  }

  private static boolean naive(int[] pattern, int p, int[] text, int t) {
    if (p == pattern.length) {
      return t == text.length;
    }
    if (pattern[p] == '*') {
      return naive(pattern, p + 1, text, t) || (t < text.length && naive(pattern, p, text, t + 1));
    }
    return t < text.length
        && (pattern[p] == '?' || pattern[p] == text[t])
        && naive(pattern, p + 1, text, t + 1);
  }

  @Test
  void coversWhatItStandsForAltogether() {
    assertThat(covers("tool:*", "tool:refund")).isTrue();
    assertThat(covers("tool:*", "tool:find_*")).isTrue();
    assertThat(covers("*", "tool:*")).isTrue();
    assertThat(covers("sql:*:orders", "sql:select:orders")).isTrue();
    assertThat(covers("a*c*e", "ab*cd*e")).isTrue();
    assertThat(covers("tool:?ind", "tool:find")).isTrue();
    assertThat(covers("a*", "a?")).isTrue();
  }

  @Test
  void doesNotCoverWhatReachesFurther() {
    assertThat(covers("tool:find_*", "tool:*")).isFalse();
    assertThat(covers("tool:refund", "tool:refund*")).isFalse();
    assertThat(covers("a?", "a*")).isFalse();
    assertThat(covers("a?c", "abd")).isFalse();
    assertThat(covers("a??*", "a\ud83d\ude00*")).isFalse();
  }

  private static boolean covers(String wide, String narrow) {
    return Glob.of(wide).covers(Glob.of(narrow));
  }
}
