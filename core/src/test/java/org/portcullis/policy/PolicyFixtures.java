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
import org.portcullis.policy.document.PolicyReader;
import org.portcullis.policy.document.PolicyReading;
import org.portcullis.policy.engine.CompiledPolicy;

/** What the tests of policies share. */
public final class PolicyFixtures {

  public static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

  private static final Dissection DISSECTION = Dissections.standard();

  private PolicyFixtures() {}

  public static ActivePolicy policy(String yaml) {
    return compiled(yaml).activate(7);
  }

  public static CompiledPolicy compiled(String yaml) {
    PolicyReading reading = PolicyReader.read(yaml);
    assertThat(reading).as(() -> reading.toString()).isInstanceOf(PolicyReading.Read.class);
    return ((PolicyReading.Read) reading).policy();
  }

  public static Caller caller(String... groups) {
    return new Caller(
        new CallerId("https://idp.example", "u-1", "helper"),
        "Ada",
        Set.of(groups),
        "t-1",
        NOW.plusSeconds(600));
  }

  public static Connection connection(String name) {
    return connection(name, Map.of());
  }

  public static Connection connection(String name, Map<String, String> labels) {
    return new Connection(
        name,
        ProtocolKind.MCP,
        URI.create("https://upstream.example"),
        new Credential.None(),
        labels,
        StrictJson.object());
  }

  public static Command command(String name) {
    return command(name, "{}");
  }

  public static Command command(String name, String arguments) {
    return Command.of(new CommandName(name), json(arguments), "");
  }

  public static Command dissected(Command command) {
    return DISSECTION.dissect(command);
  }

  public static JsonNode json(String text) {
    return ((StrictJson.Reading.Value) StrictJson.read(text)).node();
  }

  public static CommandDecision decide(ActivePolicy policy, Command command) {
    return policy
        .decide(caller("support"), connection("desk"), "S-1", List.of(command), NOW)
        .commands()
        .get(0);
  }
}
