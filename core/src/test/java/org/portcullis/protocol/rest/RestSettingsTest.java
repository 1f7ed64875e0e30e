package org.portcullis.protocol.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.protocol.TestGate;
import org.portcullis.protocol.rest.RestSettings.Parsed;

class RestSettingsTest {

  private static Parsed parse(String json) {
    return RestSettings.parse(TestGate.json(json));
  }

  private static List<String> faults(String json) {
    return parse(json) instanceof Parsed.Faulty faulty ? faulty.faults() : List.of();
  }

  private static String operations(String... operations) {
    return "{\"operations\":[" + String.join(",", operations) + "]}";
  }

  private static String get(String path) {
    return "{\"method\":\"GET\",\"path\":\"" + path + "\"}";
  }

  @Test
  void takesOperationsWithAndWithoutCommands() {
    assertThat(
            parse(
                operations(
                    get("/customers/{id}"),
                    get("/"),
                    "{\"method\":\"POST\",\"path\":\"/runs\",\"commands\":{\"each\":\"/steps\","
                        + "\"name\":\"/action\",\"arguments\":\"/action_input\"}}",
                    "{\"method\":\"POST\",\"path\":\"/run\",\"commands\":{\"name\":\"/tool/name\","
                        + "\"arguments\":\"/tool/input\"}}")))
        .isInstanceOf(Parsed.Valid.class);
  }

  @ParameterizedTest
  @DisplayName("1.31 refuses settings that would be ignored or leave something open")
  @CsvSource(
      delimiter = '|',
      value = {
        "7 | settings: not an object",
        "{} | /operations: not a list",
        "{\"operations\":[]} | /operations: not a list",
        "{\"operations\":{}} | /operations: not a list",
        "{\"operations\":[7]} | /operations/0: not an object",
        "{\"operations\":[{\"method\":\"GET\",\"path\":\"/a\"}],\"allow\":\"*\"} | /allow: unknown",
        "{\"operations\":[{\"method\":\"GET\",\"path\":\"/a\",\"x\":1}]} | /operations/0/x: unknown",
        "{\"operations\":[{\"method\":\"*\",\"path\":\"/a\"}]} | /operations/0/method: unknown",
        "{\"operations\":[{\"method\":\"get\",\"path\":\"/a\"}]} | /operations/0/method: unknown",
        "{\"operations\":[{\"path\":\"/a\"}]} | /operations/0/method: unknown",
        "{\"operations\":[{\"method\":\"GET\"}]} | /operations/0/path: not a path",
        "{\"operations\":[{\"method\":\"POST\",\"path\":\"/a\",\"commands\":7}]} |"
            + " /operations/0/commands: not an object",
        "{\"operations\":[{\"method\":\"POST\",\"path\":\"/a\",\"commands\":{}}]} |"
            + " /operations/0/commands/name: missing",
        "{\"operations\":[{\"method\":\"POST\",\"path\":\"/a\",\"commands\":{\"name\":\"/n\"}}]} |"
            + " /operations/0/commands/arguments: missing",
        "{\"operations\":[{\"method\":\"POST\",\"path\":\"/a\",\"commands\":{\"name\":\"n\","
            + "\"arguments\":\"/a\"}}]} | /operations/0/commands/name: not a JSON Pointer",
        "{\"operations\":[{\"method\":\"POST\",\"path\":\"/a\",\"commands\":{\"name\":\"\","
            + "\"arguments\":\"/a\"}}]} | /operations/0/commands: name, arguments: the whole",
        "{\"operations\":[{\"method\":\"POST\",\"path\":\"/a\",\"commands\":{\"name\":\"/a/n\","
            + "\"arguments\":\"/a\"}}]} | /operations/0/commands: name, arguments: one lies inside",
        "{\"operations\":[{\"method\":\"GET\",\"path\":\"/a\",\"commands\":{\"name\":\"/n\","
            + "\"arguments\":\"/a\"}}]} | /operations/0/commands: a GET has no body",
        "{\"operations\":[{\"method\":\"POST\",\"path\":\"/a\",\"commands\":{\"name\":\"/n\","
            + "\"arguments\":\"/a\",\"every\":\"/s\"}}]} | /operations/0/commands/every: unknown"
      })
  void saysWhatIsWrongAndWhere(String settings, String fault) {
    assertThat(faults(settings)).anyMatch(text -> text.startsWith(fault));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "/a/",
        "//a",
        "/a//b",
        "/a/../b",
        "/.",
        "/a%20b",
        "/{id",
        "/{id}x",
        "/x{id}",
        "/{}",
        "/{id}/{id}",
        "/*",
        "/**",
        "/a;b",
        "/a?b",
        "/a#b",
        "/a\\\\b",
        "/{1}",
        "/a\\u0000"
      })
  void refusesPathsThatAreNoTemplate(String path) {
    assertThat(faults(operations(get(path)))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"/a/{x}, /{y}/b", "/a/{x}, /a/{y}", "/a, /a", "/{x}, /{y}"})
  void refusesPathsOfWhichNeitherIsMoreSpecific(String one, String other) {
    assertThat(faults(operations(get(one), get(other)))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"/a/{x}, /a/b, /a/b", "/a/{x}, /a/b, /a/c", "/{x}/{y}, /a/{y}, /a/c"})
  void theMostSpecificPathWins(String wide, String narrow, String path) {
    RestSettings settings = ((Parsed.Valid) parse(operations(get(wide), get(narrow)))).settings();

    RestSettings.Match match =
        settings.match("GET", PathSegments.of(path).orElseThrow()).orElseThrow();

    assertThat(match.operation().path().text())
        .isEqualTo(path.equals("/a/c") && narrow.equals("/a/b") ? wide : narrow);
  }

  @Test
  void anotherMethodIsAnotherOperation() {
    RestSettings settings = ((Parsed.Valid) parse(operations(get("/a")))).settings();

    assertThat(settings.match("DELETE", List.of("a"))).isEmpty();
    assertThat(settings.match("GET", List.of("A"))).isEmpty();
  }
}
