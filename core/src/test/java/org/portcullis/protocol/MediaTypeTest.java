package org.portcullis.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {

  @Test
  void readsParameters() {
    assertThat(MediaType.parse("Text/HTML ; Charset=\"utf-8\"; a=b;"))
        .contains(new MediaType("text", "html", Map.of("charset", "utf-8", "a", "b")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text",
        "text/",
        "/html",
        "text/html,application/json",
        "text/html x",
        "text /html",
        "text/html;charset",
        "text/html;charset=",
        "text/html;a=\"b",
        "text/html;a=1;A=2",
        "text/plain;a=application/json"
      })
  void refusesWhatIsNone(String text) {
    assertThat(MediaType.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json | true",
        "application/problem+json | true",
        "application/jsonp | false",
        "text/json | false",
        "text/plain;a=\"application/json\" | false"
      })
  void tellsJsonByName(String type, boolean isJson) {
    assertThat(MediaType.parse(type).orElseThrow().isJson()).isEqualTo(isJson);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/* | true | true",
        "application/json | true | false",
        "application/* | true | false",
        "text/event-stream, application/json | true | true",
        "application/json;q=0, */* | false | true",
        "application/json;q=0.0 | false | false",
        "*/*;q=0 | false | false",
        "application/json;q=x | false | false",
        "nonsense, application/json | false | false",
        "'application/json;v=\"a,b\" , text/*;q=1' | true | true"
      })
  void acceptsByRange(String accept, boolean json, boolean stream) {
    Accept accepted = Accept.of(Headers.of("accept", accept));

    assertThat(accepted.takes("application", "json")).isEqualTo(json);
    assertThat(accepted.takes("text", "event-stream")).isEqualTo(stream);
  }

  @Test
  void joinsSeveralLinesAndTakesEverythingWithoutOne() {
    Headers two = Headers.of(Map.of("Accept", List.of("text/html", "application/json")));

    assertThat(Accept.of(two).takes("application", "json")).isTrue();
    assertThat(Accept.of(Headers.NONE).takes("a", "b")).isTrue();
  }

  @Property(tries = 300)
  void readingNeverThrows(@ForAll String text) {
    assertThat(MediaType.parse(text)).isNotNull();
    assertThat(Accept.of(Headers.of("accept", text))).isNotNull();
  }
}
