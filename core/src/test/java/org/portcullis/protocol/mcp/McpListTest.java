package org.portcullis.protocol.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.protocol.mcp.McpClient.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.protocol.CannedAnswer;
import org.portcullis.protocol.Failure;
import org.portcullis.protocol.TestGate;

class McpListTest {

  private static final String TOOLS =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":["
          + "{\"name\":\"find\",\"inputSchema\":{\"type\":\"object\"}},"
          + "{\"name\":\"drop\",\"inputSchema\":{\"type\":\"object\"}},"
          + "{\"name\":\"re\\nad\",\"inputSchema\":{}},7],\"nextCursor\":\"%s\"}}";

  private final McpClient client = McpClient.connected();

  @Test
  @DisplayName("1.13 a list shows only what its caller may use, and cursors stay")
  void showsOnlyWhatTheCallerMayUse() {
    client.gate.policy.hide("tool:drop");
    client.gate.answer(CannedAnswer.json(TOOLS.formatted("ann@example.org")));
    client.gate.policy.masker = Masking.labels();

    JsonNode result = client.json(request(1, "tools/list", "{}")).get("result");

    assertThat(names(result.get("tools"), "name")).containsExactly("find");
    assertThat(result.get("nextCursor").asText()).isEqualTo("ann@example.org");
  }

  @Test
  @DisplayName("2.29 an empty cursor is a cursor and passes both ways")
  void anEmptyCursorIsACursor() {
    client.gate.answer(CannedAnswer.json(TOOLS.formatted("")));

    JsonNode result = client.json(request(1, "tools/list", "{\"cursor\":\"\"}")).get("result");

    assertThat(result.get("nextCursor").asText()).isEmpty();
    assertThat(TestGate.json(client.gate.lastBody()).at("/params/cursor").isTextual()).isTrue();
  }

  @Test
  void aListInAStreamIsFilteredToo() {
    client.gate.policy.hide("tool:drop");
    client.gate.answer(CannedAnswer.events(TOOLS.formatted("c")));

    List<JsonNode> messages = McpClient.messages(client.post(request(1, "tools/list", "{}")));

    assertThat(names(messages.get(0).at("/result/tools"), "name")).containsExactly("find");
  }

  @ParameterizedTest
  @DisplayName("2.35 URIs of any scheme are told apart by their canonical form")
  @CsvSource(
      delimiter = '|',
      value = {
        "resources/list|resources|uri|memo:notes,urn:uuid:1,ui://w/a|resource:read:urn:uuid:1|"
            + "memo:notes,ui://w/a",
        "resources/list|resources|uri|CRM://c/./1,no uri|resource:read:crm://c/2|CRM://c/./1",
        "resources/list|resources|uri|CRM://c/./1|resource:read:crm://c/1|",
        "resources/templates/list|resourceTemplates|uriTemplate|crm://c/{id},crm://s/{id}|"
            + "resource:read:crm://s/{id}|crm://c/{id}",
        "prompts/list|prompts|name|hello,secret|prompt:get:secret|hello"
      })
  void filtersTheOtherListsToo(
      String method, String member, String key, String given, String hidden, String shown) {
    client.gate.policy.hide(hidden);
    String elements =
        List.of(given.split(",", -1)).stream()
            .map(value -> "{\"" + key + "\":\"" + value + "\"}")
            .reduce((a, b) -> a + "," + b)
            .orElseThrow();
    client.gate.answer(
        CannedAnswer.json(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"" + member + "\":[" + elements + "]}}"));

    JsonNode list = client.json(request(1, method, "{}")).at("/result/" + member);

    assertThat(names(list, key))
        .containsExactlyElementsOf(shown == null ? List.of() : List.of(shown.split(",", -1)));
  }

  @Test
  void aSelectorForAFieldDoesNotStrikeTheSchemaOfAParameter() {
    client.gate.policy.masker = Masking.labels();
    client.gate.answer(
        CannedAnswer.json(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[{\"name\":\"find\",\"description\":"
                + "\"ask ann@example.org\",\"inputSchema\":{\"type\":\"object\",\"properties\":"
                + "{\"ssn\":{\"type\":\"string\",\"default\":\"bob@example.org\"}}}}]}}"));

    JsonNode tool = client.json(request(1, "tools/list", "{}")).at("/result/tools/0");

    assertThat(tool.at("/inputSchema/properties/ssn/type").asText()).isEqualTo("string");
    assertThat(tool.toString()).doesNotContain("example.org");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"tools\":null}", "{\"tools\":{}}"})
  void anAnswerThatIsNoListIsInvalid(String result) {
    client.gate.answer(
        CannedAnswer.json("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":" + result + "}"));

    assertThat(client.json(request(1, "tools/list", "{}")).at("/error/message").asText())
        .startsWith(Failure.UPSTREAM_INVALID.text());
  }

  private static List<String> names(JsonNode list, String key) {
    List<String> names = new ArrayList<>();
    list.forEach(element -> names.add(element.get(key).asText()));
    return names;
  }
}
