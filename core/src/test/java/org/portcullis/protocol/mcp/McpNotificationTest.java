package org.portcullis.protocol.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.protocol.CannedAnswer;
import org.portcullis.protocol.TestGate;

class McpNotificationTest {

  private final McpClient client = McpClient.connected();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "notifications/initialized | {\"x\":1} | {}",
        "notifications/roots/list_changed | {} | {}",
        "notifications/progress | {\"progressToken\":1,\"progress\":2,\"x\":3} |"
            + " {\"progressToken\":1,\"progress\":2}"
      })
  void knownNotificationsPassWithTheirKnownParameters(String method, String params, String sent) {
    client.gate.answer(CannedAnswer.of(202, "text/plain", ""));

    assertThat(
            client
                .post(
                    "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":" + params + "}")
                .status())
        .isEqualTo(202);
    JsonNode body = TestGate.json(client.gate.lastBody());
    assertThat(body.has("params") ? body.get("params") : TestGate.json("{}"))
        .isEqualTo(TestGate.json(sent));
    assertThat(body.has("id")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/fly\"}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{}}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{\"progress\":1}}"
      })
  void refusesOtherNotifications(String body) {
    assertThat(client.post(body).status()).isEqualTo(400);
    assertThat(client.gate.sent).isEmpty();
  }

  @Test
  @DisplayName("2.31 to cancel what does not wait has no effect")
  void cancellingWhatDoesNotWaitHasNoEffect() {
    assertThat(
            client
                .post(
                    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":"
                        + "{\"requestId\":0}}")
                .status())
        .isEqualTo(202);
    assertThat(client.gate.sent).isEmpty();
  }

  @Test
  void aNotificationThatTheUpstreamTurnsDownIsAnHttpError() {
    client.gate.answer(CannedAnswer.of(500, "text/plain", "secret"));

    assertThat(
            client.post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}").status())
        .isEqualTo(502);
  }
}
