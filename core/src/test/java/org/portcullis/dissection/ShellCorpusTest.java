package org.portcullis.dissection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs {@code shell.tsv} and {@code shell-evidence.tsv}. */
class ShellCorpusTest {

  @TestFactory
  Stream<DynamicTest> tellsWhatALineStartsAndTouches() {
    return ShellCase.all().stream()
        .map(
            each ->
                dynamicTest(
                    each.title(),
                    () ->
                        assertThat(each.commands().stream().map(ShellCase::label).distinct())
                            .containsExactlyInAnyOrderElementsOf(
                                each.expected().stream().distinct().toList())));
  }

  @TestFactory
  Stream<DynamicTest> tellsShellLinesFromText() {
    return CaseFile.read("shell-evidence.tsv").stream()
        .map(
            columns ->
                dynamicTest(
                    columns[0] + " " + columns[1],
                    () ->
                        assertThat(ShellEvidence.reason(CaseFile.text(columns[1])).isPresent())
                            .isEqualTo(columns[0].equals("shell"))));
  }
}
