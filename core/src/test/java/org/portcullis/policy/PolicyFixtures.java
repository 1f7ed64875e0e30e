package org.portcullis.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.connection.Connection;
import org.portcullis.connection.Credential;
import org.portcullis.connection.ProtocolKind;
import org.portcullis.dissection.Dissection;
import org.portcullis.dissection.Dissections;
import org.portcullis.identity.Caller;
import org.portcullis.identity.CallerId;
import org.portcullis.json.StrictJson;

/** What the tests of this package share. */
final class PolicyFixtures {

  static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

  private static final Dissection DISSECTION = Dissections.standard();

  private PolicyFixtures() {}

  static ActivePolicy policy(String yaml) {
    return compiled(yaml).activate(7);
  }

  static CompiledPolicy compiled(String yaml) {
    PolicyReading reading = PolicyReader.read(yaml);
    assertThat(reading).as(() -> reading.toString()).isInstanceOf(PolicyReading.Read.class);
    return ((PolicyReading.Read) reading).policy();
  }

  static Caller caller(String... groups) {
    return new Caller(
        new CallerId("https://idp.example", "u-1", "helper"),
        "Ada",
        Set.of(groups),
        "t-1",
        NOW.plusSeconds(600));
  }

  static Connection connection(String name) {
    return connection(name, Map.of());
  }

  static Connection connection(String name, Map<String, String> labels) {
    return new Connection(
        name,
        ProtocolKind.MCP,
        URI.create("https://upstream.example"),
        new Credential.None(),
        labels,
        StrictJson.object());
  }

  static Command command(String name) {
    return command(name, "{}");
  }

  static Command command(String name, String arguments) {
    return Command.of(new CommandName(name), json(arguments), "");
  }

  static Command dissected(Command command) {
    return DISSECTION.dissect(command);
  }

  static JsonNode json(String text) {
    return ((StrictJson.Reading.Value) StrictJson.read(text)).node();
  }

  static CommandDecision decide(ActivePolicy policy, Command command) {
    return policy
        .decide(caller("support"), connection("desk"), "S-1", List.of(command), NOW)
        .commands()
        .get(0);
  }
}
