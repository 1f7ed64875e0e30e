package org.portcullis.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentCodingTest {

  @ParameterizedTest
  @CsvSource({"a%20b, 'a b'", "%C3%BC, ü", "%c3%bc, ü", "%2e%2E, ..", "%252e, %2e", "a+b, a+b"})
  void decodesOnce(String text, String decoded) {
    assertThat(PercentCoding.decode(text)).contains(decoded);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "%2", "%zz", "%C0%AF", "%FF", "%ED%A0%80", "%E0%80%AF", "a%4"})
  void refusesBrokenEscapesAndOverlongForms(String text) {
    assertThat(PercentCoding.decode(text)).isEmpty();
  }

  @Property(tries = 300)
  void whatIsEncodedIsDecoded(@ForAll String text) {
    Assume.that(text.chars().noneMatch(c -> Character.isSurrogate((char) c)));

    assertThat(PercentCoding.decode(PercentCoding.encode(text))).contains(text);
  }
}
