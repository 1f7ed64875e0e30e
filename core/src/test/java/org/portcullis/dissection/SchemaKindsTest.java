package org.portcullis.dissection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.connection.Connection;
import org.portcullis.connection.Credential;
import org.portcullis.connection.ProtocolKind;
import org.portcullis.connection.ToolSchemas;
import org.portcullis.json.StrictJson;

class SchemaKindsTest {

  private final ToolSchemas schemas = new ToolSchemas();
  private final Dissection dissection = Dissections.standard(Catalogue.standard(), schemas);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'format':'uri'}                                   | http:GET:x/",
        "{'format':'URI'}                                   | http:GET:x/",
        "{'contentMediaType':'application/sql'}             | sql:opaque:*",
        "{'description':'The SQL query to execute'}         | sql:opaque:*",
        "{'description':'SQL statement'}                    | sql:opaque:*",
        "{'description':'URL to fetch'}                     | http:GET:x/",
        "{'description':'The absolute path to the file'}    | file:read:x",
        "{'description':'File path'}                        | file:read:x",
        "{'description':'Free text; may quote SQL queries'} | ",
        "{'description':'The urlencoded name'}              | ",
        "{'description':'A shell, for example a scallop'}   | ",
        "{'format':'date-time'}                             | ",
        "{'type':'string'}                                  | "
      })
  void sayWhatAnArgumentIs(String schema, String expected) {
    declare("{'properties':{'z':" + schema + "}}");

    assertThat(found("{'z':'x'}")).isEqualTo(expected == null ? "" : expected + " schema");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{'contentMediaType':'text/javascript'}", "{'description':'Python code to run'}"})
  void sayThatItIsCode(String schema) {
    declare("{'properties':{'z':" + schema + "}}");

    assertThat(found("{'z':'two words'}")).isEqualTo("code:opaque:* schema");
  }

  @Test
  void reachIntoObjectsAndLists() {
    declare(
        "{'properties':{'a':{'items':{'properties':{'b':{'format':'uri'}}}},'c':{'format':'uri'}}}");

    assertThat(found("{'a':[{'b':'x'}]}")).isEqualTo("http:GET:x/ schema");
    assertThat(found("{'a':{'b':'x'}}")).isEmpty();
    assertThat(found("{'d':'{\\'c\\':\\'x\\'}'}")).isEmpty();
  }

  @Test
  void comeBehindTheCatalogueAndBeforeNames() {
    declare("{'properties':{'path':{'description':'SQL query'}}}");

    assertThat(found("{'path':'drop table t'}")).isEqualTo("sql:drop:t schema");
  }

  @Test
  void speakAboutTheirConnectionOnly() {
    schemas.remember(connection("other"), "get_x", json("{'properties':{'z':{'format':'uri'}}}"));

    assertThat(found("{'z':'x'}")).isEmpty();
  }

  @Test
  void areForgottenWhenTheyAreGone() {
    declare("{'properties':{'z':{'format':'uri'}}}");
    declare("[]");

    assertThat(found("{'z':'x'}")).isEmpty();
  }

  private void declare(String schema) {
    schemas.remember(connection("c"), "get_x", json(schema));
  }

  private String found(String arguments) {
    Command command = Command.of(CommandName.of("tool", "get_x"), json(arguments), "");
    return dissection.on(connection("c")).dissect(command).inner().stream()
        .map(inner -> inner.name() + " " + inner.because())
        .reduce("", String::concat);
  }

  private static Connection connection(String name) {
    return new Connection(
        name,
        ProtocolKind.MCP,
        URI.create("https://upstream.example"),
        new Credential.None(),
        Map.of(),
        StrictJson.object());
  }

  private static JsonNode json(String text) {
    String quoted = text.replace('\'', '"');
    return ((StrictJson.Reading.Value) StrictJson.read(quoted)).node();
  }
}
