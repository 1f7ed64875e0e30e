package org.portcullis.dissection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.connection.Connection;
import org.portcullis.connection.Credential;
import org.portcullis.connection.ProtocolKind;
import org.portcullis.json.StrictJson;

class ArgumentSettingsTest {

  private final Dissection dissection = Dissections.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text            | sql       | drop table t  |",
        "sql             | text      | drop table t  | sql:drop:t",
        "file:read       | anything  | a/b           | file:read:a/b",
        "file:read+write | anything  | a/b           | file:read:a/b file:write:a/b",
        "file            | anything  | a/b           | file:read:a/b file:write:a/b file:delete:a/b",
        "http            | path      | a.example/x   | http:GET:a.example/x",
        "code            | anything  | two words     | code:opaque:*"
      })
  void sayWhatAnArgumentIs(String kind, String name, String text, String expected) {
    assertThat(names(settings("x." + name, kind), name, text))
        .isEqualTo(expected == null ? List.of() : List.of(expected.split(" ", -1)));
  }

  @Test
  void speakAboutTheirToolOnlyAndAboutEveryToolWithAStar() {
    assertThat(names(settings("y.sql", "text"), "sql", "drop table t")).hasSize(1);
    assertThat(names(settings("X.sql", "text"), "sql", "drop table t")).hasSize(1);
    assertThat(names(settings("x.SQL", "text"), "sql", "drop table t")).hasSize(1);
    assertThat(names(settings("*.sql", "text"), "sql", "drop table t")).isEmpty();
  }

  @Test
  void areLookedAtAnewWhenTheyChange() {
    assertThat(names(settings("x.sql", "text"), "sql", "drop table t")).isEmpty();
    assertThat(names(settings("x.sql", "code"), "sql", "drop table t"))
        .containsExactly("code:opaque:*");
    assertThat(names(StrictJson.object(), "sql", "drop table t")).containsExactly("sql:drop:t");
  }

  @Test
  void keepATextClosed() {
    assertThat(names(settings("x.data", "text"), "data", "{\"sql\":\"drop table t\"}")).isEmpty();
  }

  @Test
  void sayWhatIsWrongWithThem() {
    assertThat(ArgumentSettings.faults(StrictJson.object())).isEmpty();
    assertThat(ArgumentSettings.faults(settings("a.b.c", "file:read+write+delete"))).isEmpty();
    assertThat(ArgumentSettings.faults(json("{\"arguments\":[]}"))).hasSize(1);
    assertThat(ArgumentSettings.faults(json("{\"arguments\":{\"a/b\":\"sgl\",\"x.\":5}}")))
        .satisfiesExactly(
            fault -> assertThat(fault).startsWith("/arguments/a~1b: not an argument"),
            fault -> assertThat(fault).startsWith("/arguments/a~1b: unknown"),
            fault -> assertThat(fault).startsWith("/arguments/x.: not an argument"),
            fault -> assertThat(fault).startsWith("/arguments/x.: unknown"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x               | sql   | select 1                     | name",
        "run_sql         | sql   | select 1                     | catalogue",
        "x               | a     | select 1                     | content:sql",
        "x               | a     | https://example.com          | content:url",
        "x               | a     | /etc/passwd                  | content:path",
        "x               | a     | ZHJvcCB0YWJsZSBjdXN0b21lcnM= | content:sql in base64",
        "x               | a     | %5B%22drop table t%22%5D     | content:sql in json in percent-encoding"
      })
  void whyIsTold(String tool, String name, String text, String because) {
    Command command =
        Command.of(CommandName.of("tool", tool), StrictJson.object().put(name, text), "");

    assertThat(dissection.dissect(command).inner())
        .isNotEmpty()
        .allSatisfy(inner -> assertThat(inner.because()).isEqualTo(because));
  }

  private List<String> names(JsonNode settings, String name, String text) {
    Connection connection =
        new Connection(
            "c",
            ProtocolKind.MCP,
            URI.create("https://upstream.example"),
            new Credential.None(),
            Map.of(),
            settings);
    Command command =
        Command.of(CommandName.of("tool", "x"), StrictJson.object().put(name, text), "");
    return dissection.on(connection).dissect(command).inner().stream()
        .map(inner -> inner.name().text())
        .toList();
  }

  private static JsonNode settings(String argument, String kind) {
    ObjectNode settings = StrictJson.object();
    settings.putObject("arguments").put(argument, kind);
    return settings;
  }

  private static JsonNode json(String text) {
    return ((StrictJson.Reading.Value) StrictJson.read(text)).node();
  }
}
