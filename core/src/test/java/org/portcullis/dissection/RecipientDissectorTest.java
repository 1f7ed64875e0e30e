package org.portcullis.dissection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.connection.Connection;
import org.portcullis.connection.Credential;
import org.portcullis.connection.ProtocolKind;
import org.portcullis.connection.ToolSchemas;
import org.portcullis.json.StrictJson;

class RecipientDissectorTest {

  private final Dissection dissection = Dissections.standard();

  /** Runs {@code recipients.tsv}. */
  @TestFactory
  Stream<DynamicTest> tellsWhoAMessageGoesTo() {
    return CaseFile.read("recipients.tsv").stream()
        .map(
            columns ->
                dynamicTest(
                    columns[0],
                    () ->
                        assertThat(names("\"" + escaped(columns[0]) + "\""))
                            .containsExactlyElementsOf(
                                Arrays.stream(columns).skip(1).map(this::name).toList())));
  }

  @Test
  void tellsThePartsOfAnAddress() {
    JsonNode address = send("\"Ann <Ann@EXAMPLE.com>\"").get(0).arguments();
    assertThat(address.get("address").asText()).isEqualTo("Ann@example.com");
    assertThat(address.get("local").asText()).isEqualTo("Ann");
    assertThat(address.get("domain").asText()).isEqualTo("example.com");
    JsonNode channel = send("\"#general\"").get(0).arguments();
    assertThat(channel.get("address").asText()).isEqualTo("#general");
    assertThat(channel.get("domain").asText()).isEmpty();
    assertThat(channel.get("local").asText()).isEmpty();
  }

  @Test
  void takesListsNumbersAndNothingElse() {
    assertThat(names("[\"a@example.com\",\"B <b@evil.example>, c@example.com\"]"))
        .containsExactly(
            "message:send:a@example.com",
            "message:send:b@evil.example",
            "message:send:c@example.com");
    assertThat(names("[]")).isEmpty();
    assertThat(names("null")).isEmpty();
    assertThat(names("-1001234")).containsExactly("message:send:-1001234");
    assertThat(names("true")).containsExactly("message:opaque:*");
    assertThat(names("{\"email\":\"a@example.com\"}")).containsExactly("message:opaque:*");
    assertThat(names("[{\"email\":\"a@example.com\"},\"b@example.com\"]"))
        .containsExactly("message:opaque:*", "message:send:b@example.com");
  }

  /** The names of commands are a contract: without the setting a message is its tool alone. */
  @Test
  void isAskedForAndNeverGuessed() {
    Command call =
        Command.of(
            CommandName.of("tool", "send_mail"),
            json("{\"to\":\"a@example.com\",\"recipients\":[\"b@example.com\"]}"),
            "");
    assertThat(dissection.dissect(call).inner()).isEmpty();
  }

  @Test
  void anOperatorsCatalogueMayAskForItToo() {
    Catalogue.Reading reading = Catalogue.read(List.of("mail\tsend_mail\tto\trecipient"));
    Catalogue own = ((Catalogue.Reading.Read) reading).catalogue();
    Dissection other = Dissections.standard(Catalogue.standard().with(own), new ToolSchemas());
    Command call =
        Command.of(CommandName.of("tool", "send_mail"), json("{\"to\":\"a@example.com\"}"), "");
    Command found = other.dissect(call).inner().get(0);
    assertThat(found.name().text()).isEqualTo("message:send:a@example.com");
    assertThat(found.because()).isEqualTo("catalogue");
  }

  private String name(String expected) {
    return expected.equals("opaque") ? "message:opaque:*" : "message:send:" + expected;
  }

  /** The columns hold JSON escapes, and quotes and backslashes of their own. */
  private static String escaped(String column) {
    return column.replaceAll("\\\\(?![nrtu])", "\\\\\\\\").replace("\"", "\\\"");
  }

  private List<String> names(String to) {
    return send(to).stream().map(command -> command.name().text()).toList();
  }

  private List<Command> send(String to) {
    ObjectNode settings = StrictJson.object();
    settings.putObject("arguments").put("send_mail.to", "recipient");
    Connection connection =
        new Connection(
            "mail",
            ProtocolKind.MCP,
            URI.create("https://upstream.example"),
            new Credential.None(),
            Map.of(),
            settings);
    Command call = Command.of(CommandName.of("tool", "send_mail"), json("{\"to\":" + to + "}"), "");
    return dissection.on(connection).dissect(call).inner();
  }

  private static JsonNode json(String text) {
    return ((StrictJson.Reading.Value) StrictJson.read(text)).node();
  }
}
