package org.portcullis.storage.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void leavesAFittingTextAlone() {
    assertThat(Texts.fit("Zoë 😀", 16)).isEqualTo("Zoë 😀");
  }

  @Test
  void cutsWithoutLeavingHalfACharacter() {
    assertThat(Texts.fit("ab😀", 3)).isEqualTo("ab\uFFFD");
    assertThat(Texts.fit("abcdef", 3)).isEqualTo("abc");
  }

  @Test
  void replacesWhatADatabaseRefuses() {
    assertThat(Texts.fit("a\u0000b\uD800c\uDC00", 16)).isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
  }

  @Test
  void keepsAList() {
    List<String> roles = List.of("a", "b\"c", "");

    assertThat(Texts.list(Texts.bytes(roles))).isEqualTo(roles);
  }
}
