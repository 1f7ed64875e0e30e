package org.portcullis.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.json.StrictJson;

class ShownTest {

  /** Marks that turn the order of letters around, invisible letters, blanks that are none. */
  @ParameterizedTest
  @ValueSource(
      strings = {"\u202E", "\u2066", "\u200B", "\u00AD", "\u2028", "\u00A0", "\u0085", "\uE000"})
  void showsWhatCannotBeSeen(String hidden) {
    JsonNode arguments = StrictJson.object().put("to", "a" + hidden + "b");

    String shown = Shown.pretty(arguments);

    assertThat(shown).contains(String.format("a\\u%04xb", (int) hidden.charAt(0)));
    assertThat(read(shown)).isEqualTo(arguments);
  }

  @Test
  void leavesWordsOfAnyLanguageAlone() {
    JsonNode arguments = StrictJson.object().put("a", "grüße, 東京 💶 שלום");

    assertThat(Shown.pretty(arguments)).contains("grüße, 東京 💶 שלום");
  }

  @Test
  void showsACharacterThatTakesTwoUnits() {
    JsonNode arguments = StrictJson.object().put("a", "\uDB40\uDC41");

    String shown = Shown.pretty(arguments);

    assertThat(shown).contains("\\udb40\\udc41");
    assertThat(read(shown)).isEqualTo(arguments);
  }

  private static JsonNode read(String json) {
    return ((StrictJson.Reading.Value) StrictJson.read(json)).node();
  }
}
