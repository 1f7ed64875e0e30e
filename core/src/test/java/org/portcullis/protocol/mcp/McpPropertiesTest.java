package org.portcullis.protocol.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.CannedAnswer;
import org.portcullis.protocol.TestGate;

class McpPropertiesTest {

  private static final String SECRET = "ann@example.org";
  private static final List<String> VALUES =
      List.of(
          "null",
          "0",
          "\"0\"",
          "-1",
          "1.5",
          "\"\"",
          "\"x\"",
          "{}",
          "[]",
          "[[]]",
          "true",
          "{\"name\":\"find\"}",
          "{\"uri\":\"a:b\"}",
          "{\"requestId\":0}",
          "\"ping\"",
          "\"tools/call\"",
          "\"initialize\"",
          "\"notifications/cancelled\"",
          "\"2.0\"",
          "{\"ref\":{\"type\":\"ref/prompt\"}}",
          "\"\\ud83d\"",
          "1e999",
          "9e99999999999");

  @Property(tries = 400)
  void everyBodyHasAnAnswerAndNothingUnreadGoesUpstream(@ForAll("messages") String body) {
    McpClient client = McpClient.connected();
    client.gate.answer(CannedAnswer.json("{}"));

    Answer answer = client.post(body);

    assertThat(answer.status()).isIn(200, 202, 400, 404, 502);
    if (answer.status() == 400) {
      assertThat(client.gate.sent).isEmpty();
    }
  }

  @Property(tries = 200)
  void everyByteStringHasAnAnswer(@ForAll byte[] body) {
    assertThat(McpClient.connected().post(body).status()).isEqualTo(400);
  }

  @Property(tries = 300)
  void whateverTheUpstreamSaysTheRequestIsAnsweredAndNothingLeaks(
      @ForAll("messages") String said, @ForAll boolean streamed) {
    McpClient client = McpClient.connected();
    client.gate.policy.masker = Masking.labels();
    client.gate.answer(streamed ? CannedAnswer.events(said, said) : CannedAnswer.json(said));

    Answer answer = client.post(McpClient.tool("find", "{}"));

    List<JsonNode> messages =
        answer instanceof Answer.Streamed
            ? McpClient.messages(answer)
            : List.of(TestGate.json(TestGate.text(answer)));
    assertThat(messages).filteredOn(message -> message.path("id").asInt(-1) == 1).isNotEmpty();
    assertThat(messages.toString()).doesNotContain(SECRET);
  }

  @Property(tries = 200)
  void whateverBytesTheUpstreamStreamsTheRequestIsAnswered(@ForAll byte[] bytes) {
    McpClient client = McpClient.connected();
    client.gate.answer(
        CannedAnswer.stream(new String(bytes, StandardCharsets.ISO_8859_1) + "\n\n"));

    assertThat(McpClient.messages(client.post(McpClient.tool("find", "{}")))).hasSize(1);
  }

  /** Messages with any of the members, each with any of the values, alone or in arrays. */
  @Provide
  Arbitrary<String> messages() {
    Arbitrary<String> member =
        Combinators.combine(
                Arbitraries.of(
                    "jsonrpc", "id", "method", "params", "result", "error", "x", "Method"),
                Arbitraries.of(VALUES))
            .as((name, value) -> "\"" + name + "\":" + value);
    Arbitrary<String> wild =
        member.list().ofMaxSize(5).map(members -> "{" + String.join(",", members) + "}");
    Arbitrary<String> near =
        member
            .list()
            .ofMaxSize(2)
            .map(
                members ->
                    "{\"jsonrpc\":\"2.0\",\"id\":1"
                        + (members.isEmpty() ? "" : "," + String.join(",", members))
                        + ",\"result\":{\"content\":[{\"type\":\"text\",\"text\":\""
                        + SECRET
                        + "\"}]}}");
    Arbitrary<String> one = Arbitraries.oneOf(wild, near, Arbitraries.of(VALUES));
    return Arbitraries.oneOf(
        one, one.list().ofMaxSize(3).map(all -> "[" + String.join(",", all) + "]"));
  }
}
