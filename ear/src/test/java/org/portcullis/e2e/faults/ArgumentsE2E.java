package org.portcullis.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Known fault 1.23: a rule lets a tool through by its name, and what its argument would do is seen
 * all the same.
 */
class ArgumentsE2E {

  private static final FaultsGate GATE = FaultsGate.shared();

  private final String marker = FaultsGate.marker();
  private McpClient client;

  @BeforeEach
  void open() {
    client = McpClient.open(GATE.caller(), "tools");
    GATE.trail().restart();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run_command|command|env|shell:env:",
        "run_command|command|/usr/bin/env|shell:env:",
        "run_command|command|ls docs; env|shell:env:",
        "run_command|command|ls $(env)|shell:env:",
        "run_command|command|sh -c env|shell:env:",
        "run_command|command|printenv|shell:printenv:",
        "run_command|command|cat /proc/self/environ|shell:cat:/proc/self/environ",
        "run_command|command|cat < /proc/self/environ|file:read:/proc/self/environ",
        "run_command|command|cat docs/../../etc/passwd|shell:cat:../etc/passwd",
        "run_command|command|cat /etc/passwd|shell:cat:/etc/passwd",
        "run_command|command|$X|shell:opaque:*",
        "read_file|path|../../etc/passwd|file:read:../../etc/passwd",
        "read_file|path|docs/../../etc/passwd|file:read:../etc/passwd",
        "read_file|path|/proc/self/environ|file:read:/proc/self/environ",
        "read_file|path|file:///etc/passwd|file:read:/etc/passwd",
        "read_file|path|docs/%2e%2e/secret|file:"
      })
  void seesWhatAnArgumentWouldDo(String tool, String argument, String value, String command) {
    JsonNode answer = client.answer(call(tool, argument, value));
    assertThat(answer.at("/result/isError").asBoolean()).as(answer.toString()).isTrue();
    JsonNode event =
        GATE.trail().expect("decided", e -> e.get("decision").asText().equals("block"));
    List<String> blocked = new ArrayList<>();
    for (JsonNode decided : event.findParents("command")) {
      if (decided.path("decision").asText().equals("block")) {
        blocked.add(decided.get("command").asText());
      }
    }
    assertThat(blocked).as(event.toString()).anyMatch(name -> name.startsWith(command));
    assertThat(GATE.tools().received(marker)).isEmpty();
  }

  @Test
  void letsThroughWhatTheRulesName() {
    assertThat(client.answer(call("run_command", "command", "ls docs")).toString())
        .contains("ran run_command");
    assertThat(client.answer(call("read_file", "path", "docs/a.md")).toString())
        .contains("ran read_file");
  }

  private String call(String tool, String argument, String value) {
    return """
        {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {
          "name": "%s", "arguments": {"%s": "%s", "m": "%s"}}}
        """
        .formatted(tool, argument, value, marker);
  }
}
