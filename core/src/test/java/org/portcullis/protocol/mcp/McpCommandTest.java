package org.portcullis.protocol.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.protocol.mcp.McpClient.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.approval.Approvals.Standing;
import org.portcullis.command.Command;
import org.portcullis.policy.Effect;
import org.portcullis.protocol.CannedAnswer;
import org.portcullis.protocol.TestGate;

class McpCommandTest {

  private static final String DONE = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}";

  private final McpClient client = McpClient.connected();

  private final List<Command> decided = new ArrayList<>();

  @BeforeEach
  void watch() {
    client.gate.dissection =
        command -> {
          decided.add(command);
          return command;
        };
  }

  @Test
  void aToolCallIsACommandWithItsArguments() {
    client.call("refund", "{\"amount\":1.10}", "{\"content\":[]}");

    assertThat(decided.get(0).name().text()).isEqualTo("tool:refund");
    assertThat(decided.get(0).arguments()).isEqualTo(TestGate.json("{\"amount\":1.10}"));
    assertThat(client.gate.lastBody())
        .isEqualTo(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"refund\","
                + "\"arguments\":{\"amount\":1.10}}}");
  }

  @ParameterizedTest
  @DisplayName("2.32 absent and null arguments are empty for policy and stay as they were sent")
  @ValueSource(strings = {"{\"name\":\"now\"}", "{\"name\":\"now\",\"arguments\":null}"})
  void absentArgumentsStayAbsent(String params) {
    client.gate.answer(CannedAnswer.json(DONE));

    client.post(request(1, "tools/call", params));

    assertThat(decided.get(0).arguments()).isEqualTo(TestGate.json("{}"));
    assertThat(TestGate.json(client.gate.lastBody()).get("params"))
        .isEqualTo(TestGate.json(params));
  }

  @ParameterizedTest
  @DisplayName("1.11 and 2.37 a tool without a plain name is refused and recorded")
  @ValueSource(
      strings = {
        "{\"Name\":\"x\"}",
        "{}",
        "{\"name\":7}",
        "{\"name\":null}",
        "{\"name\":\"\"}",
        "{\"name\":\"read\\n\"}",
        "{\"name\":\" read\"}",
        "{\"name\":\"read\\u00a0\"}",
        "{\"name\":\"re\\u0000ad\"}",
        "{\"name\":\"re\\u200bad\"}",
        "{\"name\":\"re\\u202ead\"}",
        "{\"name\":\"read\",\"arguments\":[]}",
        "{\"name\":\"read\",\"arguments\":\"{}\"}",
        "{\"name\":\"read\",\"task\":{\"ttl\":1}}",
        "{\"name\":\"read\",\"_meta\":{\"progressToken\":1.5}}"
      })
  void refusesCallsWithoutAPlainName(String params) {
    JsonNode answer = client.json(request(1, "tools/call", params));

    assertThat(answer.at("/error/code").asInt()).isEqualTo(-32602);
    assertThat(answer.get("id").asInt()).isEqualTo(1);
    assertThat(client.gate.sent).isEmpty();
    assertThat(client.gate.events).hasSize(1);
  }

  @Test
  void refusesNamesThatAreTooLong() {
    assertThat(client.json(McpClient.tool("x".repeat(129), "{}")).at("/error/code").asInt())
        .isEqualTo(-32602);
  }

  @Test
  void namesAreComparedAsTheyAre() {
    client.gate.policy.rule("no", Effect.BLOCK, "tool:refund");

    client.call("Refund", "{}", "{\"content\":[]}");

    assertThat(decided.get(0).name().text()).isEqualTo("tool:Refund");
  }

  @Test
  void onlyKnownParametersGoOn() {
    client.gate.answer(CannedAnswer.json(DONE));

    client.post(
        request(
            1,
            "tools/call",
            "{\"name\":\"now\",\"arguments\":{},\"inputResponses\":{},\"x\":1,\"task\":null,"
                + "\"_meta\":{\"progressToken\":\"p\",\"other\":1}}"));

    assertThat(TestGate.json(client.gate.lastBody()).get("params"))
        .isEqualTo(
            TestGate.json(
                "{\"name\":\"now\",\"arguments\":{},\"_meta\":{\"progressToken\":\"p\"}}"));
  }

  @Test
  void whatRunsIsWhatWasApproved() {
    client.gate.policy.rule("ask", Effect.APPROVE, "tool:refund");
    client.gate.standings.put(
        "tool:refund",
        new Standing.Granted("A-1", "G-1", TestGate.json("{\"amount\":120,\"note\":\"stored\"}")));
    client.gate.answer(CannedAnswer.json(DONE));

    client.post(McpClient.tool("refund", "{\"note\":\"stored\",\"amount\":120}"));

    assertThat(client.gate.lastBody())
        .contains("\"arguments\":{\"amount\":120,\"note\":\"stored\"}");
  }

  @ParameterizedTest
  @DisplayName("1.17 every method that carries a name or a URI is a command")
  @CsvSource(
      delimiter = '|',
      value = {
        "resources/read | {\"uri\":\"CRM://customers/./a/../42\"} | resource:read:crm://customers/42",
        "resources/subscribe | {\"uri\":\"memo:notes\"} | resource:subscribe:memo:notes",
        "resources/unsubscribe | {\"uri\":\"memo:notes\"} | resource:subscribe:memo:notes",
        "prompts/get | {\"name\":\"hello\",\"arguments\":{\"a\":\"b\"}} | prompt:get:hello",
        "completion/complete | {\"ref\":{\"type\":\"ref/prompt\",\"name\":\"hello\"},"
            + "\"argument\":{\"name\":\"a\",\"value\":\"b\"}} | completion:complete:hello",
        "completion/complete | {\"ref\":{\"type\":\"ref/resource\",\"uri\":\"crm://c/{id}\"},"
            + "\"argument\":{\"name\":\"a\",\"value\":\"b\"},\"context\":{\"arguments\":{\"x\":\"y\"}}}"
            + " | completion:complete:crm://c/{id}"
      })
  void methodsThatCarryANameAreCommands(String method, String params, String command) {
    client.gate.answer(CannedAnswer.json(DONE));

    client.post(request(1, method, params));

    assertThat(decided).extracting(each -> each.name().text()).containsExactly(command);
    assertThat(TestGate.json(client.gate.lastBody()).get("method").asText()).isEqualTo(method);
  }

  @Test
  void theCanonicalUriGoesUpstream() {
    client.gate.answer(CannedAnswer.json(DONE));

    client.post(request(1, "resources/read", "{\"uri\":\"FILE:///data/%7ea/../b\"}"));

    assertThat(TestGate.json(client.gate.lastBody()).at("/params/uri").asText())
        .isEqualTo("file:///data/b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resources/read|{\"uri\":\"no uri\"}",
        "resources/read|{\"uri\":\"file:///data/..%2f..%2fetc\"}",
        "resources/read|{\"uri\":\"file:///a\\\\b\"}",
        "resources/read|{\"uri\":\"file:///a%00\"}",
        "resources/read|{\"uri\":\"file:///a\\n\"}",
        "resources/read|{\"uri\":\"file:///a%zz\"}",
        "resources/read|{\"uri\":7}",
        "resources/read|{\"URI\":\"a:b\"}",
        "prompts/get|{\"name\":\"x\",\"arguments\":{\"a\":1}}",
        "prompts/get|{\"name\":\"x\\ty\"}",
        "completion/complete|{\"ref\":{\"type\":\"ref/tool\",\"name\":\"x\"}}",
        "completion/complete|{\"ref\":{\"type\":\"ref/prompt\",\"name\":\"x\"}}",
        "completion/complete|{\"ref\":{\"type\":\"ref/prompt\",\"name\":\"x\"},\"argument\":"
            + "{\"name\":\"a\",\"value\":\"b\"},\"context\":{\"arguments\":[1]}}",
        "logging/setLevel|{\"level\":\"loud\"}",
        "tools/list|{\"cursor\":7}"
      })
  void refusesParametersOfAnotherShape(String call) {
    int bar = call.indexOf('|');

    JsonNode answer = client.json(request(1, call.substring(0, bar), call.substring(bar + 1)));

    assertThat(answer.at("/error/code").asInt()).isEqualTo(-32602);
    assertThat(client.gate.sent).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ping", "tools/list", "resources/list", "prompts/list"})
  void controlMessagesCarryNoCommand(String method) {
    client.gate.answer(CannedAnswer.json(DONE));

    client.post(request(1, method, "{}"));

    assertThat(decided).isEmpty();
  }

  @Test
  @DisplayName("1.12 and 1.14 what a list hides cannot be called")
  void whatIsHiddenCannotBeCalled() {
    client.gate.policy.hide("tool:backend__delete");

    JsonNode answer = client.json(McpClient.tool("backend__delete", "{}"));

    assertThat(answer.at("/error/message").asText()).isEqualTo("Unknown tool: backend__delete");
    assertThat(client.gate.sent).isEmpty();
  }
}
