package org.portcullis.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.json.StrictJson.Reading;

class CanonicalJsonTest {

  private static String canonical(String text) {
    Reading reading = StrictJson.read(text.getBytes(StandardCharsets.UTF_8));
    return new String(
        CanonicalJson.bytes(((Reading.Value) reading).node()), StandardCharsets.UTF_8);
  }

  @Test
  void sortsKeysByUtf16AndDropsSpace() {
    assertThat(canonical("{ \"b\" : [ 2 , { \"z\" : 1 , \"a\" : null } ] , \"a\" : \"x\" }"))
        .isEqualTo("{\"a\":\"x\",\"b\":[2,{\"a\":null,\"z\":1}]}");
    assertThat(canonical("{\"\uFB33\":1,\"😀\":2}"))
        .isEqualTo("{\"\\uD83D\\uDE00\":2,\"\uFB33\":1}");
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, 1",
    "1.10, 1.1",
    "1e2, 100",
    "100, 100",
    "-0, 0",
    "0.0, 0",
    "0e9, 0",
    "1.5E-3, 0.0015",
    "12345678901234567890.5, 12345678901234567890.5"
  })
  void writesEqualNumbersAlike(String given, String canonical) {
    assertThat(canonical(given)).isEqualTo(canonical);
  }

  @Test
  void doesNotRoundNumbersTogether() {
    assertThat(canonical("9007199254740993")).isNotEqualTo(canonical("9007199254740992"));
    assertThat(canonical("0.1")).isNotEqualTo(canonical("0.10000000000000000001"));
  }

  @Test
  void aNumberWithAHugeExponentStaysShort() {
    assertThat(canonical("1e300")).hasSizeLessThan(10);
    assertThat(canonical("10e299")).isEqualTo(canonical("1e300"));
  }
}
