package org.portcullis.dissection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeLimitsTest {

  @Test
  void refusesANameWhoseMarksTakeLongToPutInOrder() {
    String mark = "\u0301\u0316";
    assertThat(CodeCase.found("a" + mark.repeat(15) + "()", "python"))
        .singleElement()
        .asString()
        .startsWith("code:call:");
    assertThat(CodeCase.found("a" + mark.repeat(16) + "()", "python"))
        .containsExactly("code:opaque:*(limit)");
  }

  @Test
  void boundsHowManyTakeOneValue() {
    assertThat(CodeCase.found("x = ".repeat(20) + "f()", "python")).containsExactly("code:call:f");
    assertThat(CodeCase.found("x = ".repeat(21) + "f()", "python"))
        .containsExactly("code:opaque:*(limit)");
  }

  @Test
  void takesAListApartUpToWhatMayStandForSeveral() {
    assertThat(CodeCase.found("import os\na, b = os.system, *x\na('ls')", "python"))
        .contains("shell:ls:-")
        .doesNotContain("code:opaque:*(value)");
    assertThat(CodeCase.found("import os\na, b = *x, os.system\nb('ls')", "python"))
        .contains("code:opaque:*(value)")
        .doesNotContain("shell:ls:-");
  }
}
