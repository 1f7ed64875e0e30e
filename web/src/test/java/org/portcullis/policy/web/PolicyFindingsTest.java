package org.portcullis.policy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portcullis.connection.Connection;
import org.portcullis.connection.Connections;
import org.portcullis.connection.Credential;
import org.portcullis.connection.ProtocolKind;
import org.portcullis.connection.ToolSchemas;
import org.portcullis.identity.Caller;
import org.portcullis.json.StrictJson;
import org.portcullis.policy.lint.Finding;

class PolicyFindingsTest {

  private static final String POLICY =
      """
      version: 1
      groups: {support: [agent]}
      roles:
        agent:
          rules:
            - {id: a, effect: allow, on: [desk], commands: ["tool:refund"], when: "args.amonut < 5"}
            - {id: b, effect: allow, on: [desk], commands: ["tool:fetch"]}
            - {id: c, effect: allow, on: [elsewhere], commands: ["tool:x"]}
      """;

  private final ToolSchemas schemas = new ToolSchemas();
  private final Connection desk =
      new Connection(
          "desk",
          ProtocolKind.MCP,
          URI.create("http://127.0.0.1:9"),
          new Credential.None(),
          Map.of(),
          StrictJson.object());
  private final PolicyFindings findings =
      new PolicyFindings(new Registered(desk), schemas, () -> Instant.EPOCH);

  @Test
  void knowsTheConnectionsAndNoToolBeforeAListPassed() {
    assertThat(words(findings.of(POLICY))).containsExactly("8 L4 roles.agent.rules[2].on[0]");
  }

  @Test
  void knowsTheToolsOfTheListsThatPassed() {
    schemas.remember(
        desk,
        "refund",
        StrictJson.object()
            .put("type", "object")
            .set("properties", StrictJson.object().set("amount", StrictJson.object())));
    assertThat(words(findings.of(POLICY)))
        .containsExactly(
            "6 L15 roles.agent.rules[0].when",
            "7 L4 roles.agent.rules[1].commands[0]",
            "8 L4 roles.agent.rules[2].on[0]");
  }

  private static List<String> words(List<Finding> findings) {
    return findings.stream()
        .map(finding -> finding.line() + " " + finding.rule().id() + " " + finding.path())
        .toList();
  }

  private record Registered(Connection connection) implements Connections {

    @Override
    public Optional<Connection> find(String name) {
      return all().stream().filter(known -> known.name().equals(name)).findFirst();
    }

    @Override
    public List<Connection> all() {
      return List.of(connection);
    }

    @Override
    public boolean put(Connection added, Caller by) {
      throw new UnsupportedOperationException("nothing is put here");
    }

    @Override
    public boolean remove(String name, Caller by) {
      throw new UnsupportedOperationException("nothing is removed here");
    }
  }
}
