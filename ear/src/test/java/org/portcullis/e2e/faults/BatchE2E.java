package org.portcullis.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.e2e.Http;

/** Several messages at once, where the revision has them: all of them run, or none. */
class BatchE2E {

  private static final FaultsGate GATE = FaultsGate.shared();

  private final String marker = FaultsGate.marker();
  private McpClient client;

  @BeforeEach
  void open() {
    client = McpClient.open(GATE.caller(), "tools", "2025-03-26");
    GATE.trail().restart();
  }

  @Test
  void answersEachElementWhenAllAreAllowed() {
    JsonNode answers = client.answer(batch(call("1", "echo"), call("\"1\"", "echo")));
    assertThat(answers.isArray()).isTrue();
    assertThat(answers.findValuesAsText("text")).containsExactly("ran echo", "ran echo");
    assertThat(GATE.tools().received(marker)).hasSize(1);
    assertThat(GATE.trail().expect("decided").at("/detail/commands")).hasSize(2);
  }

  @Test
  void forwardsNothingWhenOneIsBlocked() {
    JsonNode answers = client.answer(batch(call("1", "echo"), call("2", "wipe")));
    assertThat(answers).hasSize(2);
    assertThat(answers.toString()).contains("no-wiping", "Not run");
    assertThat(GATE.tools().received(marker)).isEmpty();
    assertThat(GATE.trail().expect("decided").get("decision").asText()).isEqualTo("block");
  }

  @Test
  void forwardsNothingWhenOneHasToBeAskedAbout() {
    JsonNode answers = client.answer(batch(call("1", "echo"), call("2", "pay")));
    assertThat(answers).hasSize(2);
    assertThat(answers.toString()).contains("Approval", "Not run");
    assertThat(GATE.tools().received(marker)).isEmpty();
    GATE.trail().expect("asked");
  }

  @Test
  void forwardsNothingWhenOneIsUnknown() {
    String unknown = "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/fly\"}";
    JsonNode answers = client.answer(batch(call("1", "echo"), unknown));
    assertThat(answers.findValuesAsText("code")).containsExactly("-32600", "-32601");
    assertNothingForwarded();
  }

  @Test
  void refusesAnEmptyBatch() {
    assertRefused("[]");
  }

  @Test
  void refusesABatchThatHoldsAnIdTwice() {
    assertRefused(batch(call("1", "echo"), call("1", "echo")));
  }

  @Test
  void refusesABatchOfAHandshake() {
    assertRefused(batch(call("1", "echo"), McpClient.initialize("2025-03-26")));
    assertRefused(batch(McpClient.initialize("2025-03-26")));
  }

  @Test
  void refusesABatchThatMixesBothDirections() {
    assertRefused(batch(call("1", "echo"), "{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":{}}"));
  }

  @Test
  void refusesABatchInABatch() {
    assertRefused(batch(batch(call("1", "echo"))));
  }

  @Test
  void refusesABatchThatIsTooLong() {
    StringBuilder many = new StringBuilder("[").append(call("0", "echo"));
    for (int i = 1; i <= 100; i++) {
      many.append(',').append(call(String.valueOf(i), "echo"));
    }
    assertRefused(many.append(']').toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-06-18", "2025-11-25"})
  void knowsNoBatchesInLaterRevisions(String version) {
    client = McpClient.open(GATE.caller(), "tools", version);
    GATE.trail().restart();
    assertRefused(batch(call("1", "echo")));
  }

  private void assertRefused(String body) {
    Http.Reply reply = client.post(body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.json().at("/error/code").asInt()).isEqualTo(-32600);
    assertNothingForwarded();
  }

  private void assertNothingForwarded() {
    GATE.trail().expect("refused");
    assertThat(GATE.tools().received(marker)).isEmpty();
  }

  private String call(String id, String tool) {
    return McpClient.call(id, tool, marker);
  }

  private static String batch(String... messages) {
    return "[" + String.join(",", messages) + "]";
  }
}
