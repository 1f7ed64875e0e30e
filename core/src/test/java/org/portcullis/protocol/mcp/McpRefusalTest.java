package org.portcullis.protocol.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.protocol.mcp.McpClient.request;
import static org.portcullis.protocol.mcp.McpClient.tool;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.approval.Approvals.Standing;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.policy.CommandDecision;
import org.portcullis.policy.Effect;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.CannedAnswer;
import org.portcullis.protocol.Failure;
import org.portcullis.protocol.TestGate;

class McpRefusalTest {

  private static final String NO_DETOUR =
      " Do not retry or try to reach the same effect another way. Ref E-";

  private final McpClient client = McpClient.connected();

  @Test
  @DisplayName("2.08 a blocked tool call is a result with HTTP 200")
  void aBlockedToolCallIsAResult() {
    client.gate.policy.rule("never-drop", Effect.BLOCK, "tool:drop");

    Answer answer = client.post(tool("drop", "{}"));

    JsonNode message = TestGate.json(TestGate.text(answer));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(message.get("id").asInt()).isEqualTo(1);
    assertThat(message.at("/result/isError").asBoolean()).isTrue();
    assertThat(message.at("/result/content/0/text").asText())
        .startsWith("Blocked by rule never-drop in policy 7: tool:drop." + NO_DETOUR);
    assertThat(client.gate.sent).isEmpty();
  }

  @Test
  void namesEachRefusedSubCommand() {
    client.gate.dissection =
        command ->
            command.withInner(
                List.of(inner("sql:select:customers"), inner("sql:drop:a"), inner("sql:drop:b")));
    client.gate.policy.rule("never-drop", Effect.BLOCK, "sql:drop:a");
    client.gate.policy.effects.put("sql:drop:b", Effect.BLOCK);
    client.gate.policy.rules.put("sql:drop:b", List.of(CommandDecision.NO_RULE));

    JsonNode message = client.json(tool("run_sql", "{\"sql\":\"…\"}"));

    assertThat(message.at("/result/content/0/text").asText())
        .startsWith(
            "Blocked by rule never-drop in policy 7: sql:drop:a. Blocked, because no rule in policy"
                + " 7 allows it: sql:drop:b."
                + NO_DETOUR)
        .doesNotContain("select");
  }

  @Test
  void aVisibleToolWithoutARuleForTheseArgumentsIsBlockedAndNotHidden() {
    client.gate.policy.effects.put("tool:refund", Effect.BLOCK);
    client.gate.policy.rules.put("tool:refund", List.of(CommandDecision.NO_RULE));

    assertThat(client.json(tool("refund", "{}")).at("/result/isError").asBoolean()).isTrue();
  }

  @Test
  void aHiddenToolIsRefusedLikeOneThatDoesNotExist() {
    client.gate.policy.hide("tool:secret");
    client.gate.policy.hide("tool:nothing");

    String hidden = TestGate.text(client.post(tool("secret", "{}")));
    String unknown = TestGate.text(client.post(tool("nothing", "{}")));

    assertThat(hidden.replace("secret", "nothing")).isEqualTo(unknown);
    assertThat(TestGate.json(hidden).at("/error/code").asInt()).isEqualTo(-32602);
  }

  @Test
  void aHiddenResourceIsNotFound() {
    client.gate.policy.hide("resource:read:crm://secret/1");

    JsonNode error =
        client.json(request(1, "resources/read", "{\"uri\":\"crm://secret/1\"}")).get("error");

    assertThat(error.get("code").asInt()).isEqualTo(-32002);
    assertThat(error.get("data")).isEqualTo(TestGate.json("{\"uri\":\"crm://secret/1\"}"));
  }

  @Test
  void aHiddenPromptIsUnknown() {
    client.gate.policy.hide("prompt:get:secret");

    assertThat(client.json(request(1, "prompts/get", "{\"name\":\"secret\"}")).at("/error/message"))
        .isEqualTo(TestGate.json("\"Unknown prompt: secret\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resources/read | {\"uri\":\"a:b\"} | resource:read:a:b",
        "prompts/get | {\"name\":\"p\"} | prompt:get:p"
      })
  void othersThatAreVisibleGetACodeOfTheirOwn(String method, String params, String command) {
    client.gate.policy.rule("no", Effect.BLOCK, command);

    JsonNode error = client.json(request(1, method, params)).get("error");

    assertThat(error.get("code").asInt()).isEqualTo(4403);
    assertThat(error.at("/data/reason").asText()).isEqualTo("policy");
    assertThat(error.at("/data/decisionId").asText()).startsWith("E-");
  }

  @Test
  void aCallerWithoutAnyRightIsToldSo() {
    client.gate.policy.standing = Effect.BLOCK;

    assertThat(client.json(request(1, "tools/list", "{}")).at("/error/code").asInt())
        .isEqualTo(4403);
    assertThat(
            client.post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}").status())
        .isEqualTo(403);
    assertThat(client.send("GET", "").status()).isEqualTo(403);
    assertThat(client.gate.sent).isEmpty();
  }

  @Test
  void aCallThatWaitsForApprovalSaysWhereAndWhatToDo() {
    client.gate.policy.rule("ask", Effect.APPROVE, "tool:refund");

    JsonNode result = client.json(tool("refund", "{\"amount\":120}")).get("result");

    assertThat(result.get("isError").asBoolean()).isTrue();
    assertThat(result.at("/content/0/text").asText())
        .startsWith(
            "Approval A-77 is required: https://gate.example/A-77. Ask the user to have it"
                + " approved, then repeat the same call unchanged. Ref E-");
    assertThat(result.at("/_meta/org.portcullis~1approval"))
        .isEqualTo(
            TestGate.json(
                "{\"id\":\"A-77\",\"url\":\"https://gate.example/A-77\",\"expiresAt\":"
                    + "\"2026-01-02T03:19:05Z\"}"));
    assertThat(client.gate.sent).isEmpty();
  }

  @Test
  void aDeniedCallSaysWhy() {
    client.gate.policy.rule("ask", Effect.APPROVE, "tool:refund");
    client.gate.standings.put("tool:refund", new Standing.Denied("A-77", "too much"));

    assertThat(client.json(tool("refund", "{}")).at("/result/content/0/text").asText())
        .startsWith("Approval A-77 was denied: too much. Do not retry");
  }

  @Test
  void otherMethodsThatWaitCarryTheAddressAsData() {
    client.gate.policy.rule("ask", Effect.APPROVE, "prompt:get:p");

    JsonNode error = client.json(request(1, "prompts/get", "{\"name\":\"p\"}")).get("error");

    assertThat(error.get("code").asInt()).isEqualTo(4403);
    assertThat(error.at("/data/approvalUrl").asText()).isEqualTo("https://gate.example/A-77");
  }

  @Test
  void aFailingRecorderRefuses() {
    client.gate.recordingFails = true;

    JsonNode called = client.json(tool("refund", "{}"));
    JsonNode listed = client.json(request(1, "tools/list", "{}"));

    assertThat(called.at("/result/isError").asBoolean()).isTrue();
    assertThat(called.at("/result/content/0/text").asText())
        .startsWith(Failure.RECORDING_UNAVAILABLE.text());
    assertThat(listed.at("/error/code").asInt()).isEqualTo(-32603);
    assertThat(
            client.post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}").status())
        .isEqualTo(503);
    assertThat(client.gate.sent).isEmpty();
  }

  @Test
  void anUpstreamThatDoesNotAnswerIsAResultForTheModel() {
    client.gate.fail(Failure.UPSTREAM_TIMEOUT);

    assertThat(client.json(tool("refund", "{}")).at("/result/content/0/text").asText())
        .startsWith(Failure.UPSTREAM_TIMEOUT.text());
  }

  @Test
  @DisplayName("2.41 an HTTP error of the upstream is an answer to the request")
  void anHttpErrorOfTheUpstreamIsAnswered() {
    client.gate.answer(CannedAnswer.of(500, "text/html", "<b>stack trace</b>"));

    Answer answer = client.post(tool("refund", "{}"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(TestGate.json(TestGate.text(answer)).get("id").asInt()).isEqualTo(1);
    assertThat(TestGate.text(answer)).contains("HTTP 500").doesNotContain("stack trace");
  }

  @Test
  void aJsonRpcErrorUnderAnHttpErrorIsPassedOn() {
    client.gate.answer(
        CannedAnswer.of(
            400,
            "application/json",
            "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32000,\"message\":\"early\"}}"));

    JsonNode message = client.json(tool("refund", "{}"));

    assertThat(message.at("/error/message").asText()).isEqualTo("early");
    assertThat(message.get("id").asInt()).isEqualTo(1);
  }

  private static Command inner(String name) {
    return Command.of(new CommandName(name), TestGate.json("{}"), "/sql");
  }
}
