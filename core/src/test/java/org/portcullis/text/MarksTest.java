package org.portcullis.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarksTest {

  @Test
  void allowsAsManyOnOneLetterAsAnyWritingNeeds() {
    assertThat(Marks.areBounded("a" + "\u0301".repeat(30))).isTrue();
    assertThat(Marks.areBounded("a" + "\u0301\u0316".repeat(15) + "\u20dd")).isFalse();
    assertThat(Marks.areBounded("e\u0301".repeat(1000))).isTrue();
  }

  @Test
  void countsMarksBeyondTheBasicPlane() {
    assertThat(Marks.areBounded("\ud834\udd65".repeat(31))).isFalse();
  }
}
