package org.portcullis.dissection.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FilePathPropertiesTest {

  @Property(tries = 3000)
  void aPathIsReadAsTheSystemReadsIt(@ForAll("scraps") List<String> scraps) {
    String text = "/" + String.join("", scraps);

    Optional<FilePath> path = FilePath.read(text);

    if (text.indexOf('\\') < 0 && text.indexOf(',') < 0) {
      assertThat(path.map(FilePath::text)).contains(Path.of(text).normalize().toString());
    }
  }

  @Property(tries = 3000)
  void whatIsReadReadsTheSameAgain(@ForAll("scraps") List<String> scraps) {
    Optional<FilePath> path = FilePath.read(String.join("", scraps));

    path.ifPresent(
        once ->
            assertThat(FilePath.read(once.text()).map(FilePath::text))
                .as(once.text())
                .isIn(Optional.of(once.text()), Optional.of(once.text().substring(1))));
  }

  @Property(tries = 3000)
  void neverThrowsAndNeverKeepsDotsInside(@ForAll String text) {
    FilePath.read(text)
        .ifPresent(
            path ->
                assertThat(path.text().replaceFirst("^(~[^/]*/)?(\\.\\./)*", ""))
                    .doesNotContain("/../", "/./"));
  }

  @Provide
  Arbitrary<List<String>> scraps() {
    return Arbitraries.of("/", "..", ".", "a", "b c", "/../", "//", "\\", "C:", "~", ",", "x.y")
        .list()
        .ofMaxSize(12);
  }
}
