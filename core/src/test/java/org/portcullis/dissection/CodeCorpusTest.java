package org.portcullis.dissection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs {@code python.tsv} and {@code javascript.tsv}. */
class CodeCorpusTest {

  @TestFactory
  Stream<DynamicTest> tellsWhatAProgramUses() {
    return Stream.of("python", "javascript")
        .flatMap(language -> CodeCase.all(language).stream())
        .map(
            each ->
                dynamicTest(
                    each.language() + " " + each.code(),
                    () ->
                        assertThat(each.found())
                            .containsExactlyInAnyOrderElementsOf(each.expected())));
  }
}
