package org.portcullis.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.e2e.Http;

/** A name means one thing, and the same in lists and in calls; what is not allowed is not there. */
class NameE2E {

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
        "tools/call|{\"name\":\"echo\",\"Name\":\"wipe\",\"arguments\":{\"m\":\"%s\"}}",
        "tools/call|{\"NAME\":\"wipe\",\"name\":\"echo\",\"arguments\":{\"m\":\"%s\"}}",
        "tools/call|{\"name\":\"echo\",\"arguments\":{\"m\":\"%s\"},\"Arguments\":{}}",
        "resources/read|{\"uri\":\"memo:notes\",\"URI\":\"memo:secret\",\"m\":\"%s\"}"
      })
  void refusesKeysThatCollide(String method, String params) {
    Http.Reply reply = client.post(message(method, params));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/error/code").asInt()).isEqualTo(-32600);
    assertRefused();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tools/call|{\"Name\":\"echo\",\"arguments\":{\"m\":\"%s\"}}",
        "tools/call|{\"tool\":\"echo\",\"arguments\":{\"m\":\"%s\"}}",
        "resources/read|{\"Uri\":\"memo:notes\",\"m\":\"%s\"}",
        "prompts/get|{\"Name\":\"greet\",\"arguments\":{\"m\":\"%s\"}}"
      })
  void refusesACallWithoutAName(String method, String params) {
    JsonNode answer = client.answer(message(method, params));
    assertThat(answer.at("/error/code").asInt()).isEqualTo(-32602);
    assertThat(answer.get("id").asInt()).isEqualTo(6);
    assertRefused();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo\\n",
        "echo\\u0000",
        "\\u0007echo",
        "echo\\u200b",
        "echo\\u2028",
        " echo",
        "echo ",
        "echo\\u00a0",
        ""
      })
  void refusesNamesThatHideSomething(String name) {
    JsonNode answer = client.answer(McpClient.call("6", name, marker));
    assertThat(answer.at("/error/code").asInt()).isEqualTo(-32602);
    assertRefused();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Echo",
        "ECHO",
        "hidden",
        "no-such-tool",
        "echo2",
        "tool:echo",
        "*",
        "ech?",
        "ｅｃｈｏ"
      })
  void doesNotKnowOtherNames(String name) {
    JsonNode answer = client.answer(McpClient.call("6", name, marker));
    assertThat(answer.at("/error/code").asInt()).isEqualTo(-32602);
    assertThat(answer.at("/error/message").asText()).isEqualTo("Unknown tool: " + name);
    assertBlocked("tool:" + name);
  }

  @Test
  void showsInListsWhatMayBeCalled() {
    List<String> listed =
        client.answer(message("tools/list", "{}")).at("/result/tools").findValuesAsText("name");
    assertThat(listed).containsExactly("echo", "pay");
    for (String tool : List.of("echo", "pay", "wipe", "hidden")) {
      JsonNode answer = client.answer(McpClient.call("6", tool, marker + tool));
      boolean isRefused = answer.has("error") || answer.toString().contains("Blocked by rule");
      assertThat(listed.contains(tool)).as(tool + answer).isEqualTo(!isRefused);
    }
    assertThat(GATE.tools().received(marker)).hasSize(1);
  }

  @Test
  void showsResourcesAndPromptsThatMayBeRead() {
    assertThat(client.answer(message("resources/list", "{}")).findValuesAsText("uri"))
        .containsExactly("memo:notes");
    assertThat(
            client
                .answer(message("prompts/list", "{}"))
                .at("/result/prompts")
                .findValuesAsText("name"))
        .containsExactly("greet");
  }

  @Test
  void doesNotRunOnOneConnectionWhatIsAllowedOnAnother() {
    McpClient other = McpClient.open(GATE.caller(), "other");
    assertThat(other.answer(McpClient.call("1", "hidden", marker + "-other")).has("result"))
        .isTrue();
    client.answer(McpClient.call("6", "hidden", marker));
    assertBlocked("tool:hidden");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resources/read|{\"uri\":\"memo:secret\",\"m\":\"%s\"}|-32002|resource:read:memo:secret",
        "resources/subscribe|{\"uri\":\"memo:secret\",\"m\":\"%s\"}|-32002|resource:subscribe:memo:secret",
        "resources/unsubscribe|{\"uri\":\"memo:secret\",\"m\":\"%s\"}|-32002|resource:subscribe:memo:secret",
        "prompts/get|{\"name\":\"hidden\",\"arguments\":{\"m\":\"%s\"}}|-32602|prompt:get:hidden",
        "completion/complete|{\"ref\":{\"type\":\"ref/prompt\",\"name\":\"hidden\"},\"argument\":{\"name\":\"n\",\"value\":\"%s\"}}|-32602|completion:complete:hidden",
        "completion/complete|{\"ref\":{\"type\":\"ref/resource\",\"uri\":\"memo:{x}\"},\"argument\":{\"name\":\"n\",\"value\":\"%s\"}}|-32602|completion:complete:memo:{x}"
      })
  void asksPolicyForEveryMethodWithANameOrUri(
      String method, String params, int code, String command) {
    JsonNode answer = client.answer(message(method, params));
    assertThat(answer.at("/error/code").asInt()).as(answer.toString()).isEqualTo(code);
    assertBlocked(command);
  }

  @ParameterizedTest
  @ValueSource(strings = {"memo:notes", "MEMO:notes", "memo:%6eotes"})
  void takesEverySpellingOfAUriForTheSame(String uri) {
    assertThat(client.answer(message("resources/read", "{\"uri\":\"" + uri + "\"}")).has("result"))
        .isTrue();
    assertThat(GATE.trail().expect("decided").at("/detail/commands/0/command").asText())
        .isEqualTo("resource:read:memo:notes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "memo:../secret",
        "memo:notes%2f..%2fsecret",
        "memo:notes\\\\..",
        "notes",
        "memo:a\\u0000"
      })
  void refusesUrisThatReadInTwoWays(String uri) {
    JsonNode answer =
        client.answer(
            message("resources/read", "{\"uri\":\"" + uri + "\",\"m\":\"%s\"}".formatted(marker)));
    assertThat(answer.at("/error/code").asInt()).isEqualTo(-32602);
    assertRefused();
  }

  @Test
  void blocksWithTheRuleAndLeavesTheSessionAlive() {
    Http.Reply reply = client.post(McpClient.call("6", "wipe", marker));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().at("/result/isError").asBoolean()).isTrue();
    assertThat(reply.json().at("/result/content/0/text").asText()).contains("no-wiping");
    assertThat(reply.json().get("id").asInt()).isEqualTo(6);
    assertBlocked("tool:wipe");
    assertThat(client.answer(McpClient.call("7", "echo", marker + "-after")).has("result"))
        .isTrue();
  }

  private void assertRefused() {
    GATE.trail().expect("refused");
    assertThat(GATE.tools().received(marker)).isEmpty();
  }

  private void assertBlocked(String command) {
    JsonNode event =
        GATE.trail().expect("decided", e -> e.get("decision").asText().equals("block"));
    assertThat(event.at("/detail/commands/0/command").asText()).isEqualTo(command);
    assertThat(GATE.tools().received(marker)).isEmpty();
  }

  private String message(String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":6,\"method\":\"%s\",\"params\":%s}"
        .formatted(method, params.replace("%s", marker));
  }
}
