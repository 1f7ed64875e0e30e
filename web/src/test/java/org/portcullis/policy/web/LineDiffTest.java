package org.portcullis.policy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.portcullis.policy.lint.Finding;
import org.portcullis.policy.lint.LintRule;
import org.portcullis.policy.lint.Severity;

class LineDiffTest {

  @Test
  void keepsWhatIsInBoth() {
    assertThat(words("a\nb\nc\nd\n", "a\nx\nc\nd\ne\n"))
        .containsExactly("1 1 a", "2 0 b", "0 2 x", "3 3 c", "4 4 d", "0 5 e");
    assertThat(words("", "a")).containsExactly("0 1 a");
    assertThat(words("a", "")).containsExactly("1 0 a");
    assertThat(words("a\nb", "a\nb\n")).containsExactly("1 1 a", "2 2 b");
  }

  @Test
  void findsALineThatMoved() {
    assertThat(words("a\nb\nc", "b\nc\na")).containsExactly("1 0 a", "2 1 b", "3 2 c", "0 3 a");
  }

  @Test
  void showsATooLargeMiddleAsReplaced() {
    String before = numbers(0, 1500);
    String after = numbers(1500, 3000);
    List<LineDiff.Line> lines = LineDiff.of("same\n" + before, "same\n" + after);
    assertThat(lines).hasSize(3001);
    assertThat(lines.subList(1, 1501)).allMatch(LineDiff.Line::isRemoved);
    assertThat(lines.subList(1501, 3001)).allMatch(LineDiff.Line::isAdded);
  }

  @Test
  void listsChangesAndFindingsWithAFewLinesAround() {
    String before = numbers(1, 31);
    String after = before.replace("10\n", "ten\n");
    Finding finding = new Finding(LintRule.NEVER_WINS, Severity.WARNING, 30, 1, "", "never");
    List<ListedLine> listed = ListedLine.of(LineDiff.of(before, after), List.of(finding));
    assertThat(listed)
        .extracting(line -> line.mark() + " " + line.after())
        .containsExactly(
            "gap 0",
            "same 7",
            "same 8",
            "same 9",
            "removed 0",
            "added 10",
            "same 11",
            "same 12",
            "same 13",
            "gap 0",
            "same 27",
            "same 28",
            "same 29",
            "same 30");
    assertThat(listed.get(13).findings()).containsExactly(finding);
    assertThat(listed.get(9).text()).isEqualTo("13 lines as they are");
    assertThat(ListedLine.of(LineDiff.of(before, before), List.of())).isEmpty();
  }

  @Test
  void summarizesADraft() {
    Finding fault = new Finding(LintRule.FAULT, Severity.ERROR, 1, 1, "", "no");
    PolicyDraft draft = PolicyDraft.of("a\nb", "a\nc\nd", List.of(fault));
    assertThat(draft.summary()).isEqualTo("2 lines added, 1 removed; 1 error, 0 warnings, 0 notes");
    assertThat(draft.changed()).isTrue();
    assertThat(draft.faulty()).isTrue();
    assertThat(PolicyDraft.of("a", "a", List.of()).changed()).isFalse();
  }

  private static String numbers(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> i + "\n").collect(Collectors.joining());
  }

  private static List<String> words(String before, String after) {
    return LineDiff.of(before, after).stream()
        .map(line -> line.before() + " " + line.after() + " " + line.text())
        .toList();
  }
}
