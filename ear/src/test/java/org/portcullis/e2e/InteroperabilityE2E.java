package org.portcullis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The official TypeScript SDK on one side of the gate, the official servers on the other. */
class InteroperabilityE2E {

  private static OfficialServers servers;

  @BeforeAll
  static void start() {
    servers = OfficialServers.shared();
  }

  @Test
  void theTypeScriptClientWorksWithServerEverything() {
    JsonNode seen = client("everything");
    assertThat(texts(seen.get("tools"))).contains("echo", "get-sum").doesNotContain("get-env");
    assertThat(seen.at("/echo/content/0/text").asText()).contains("hello");
    assertThat(seen.at("/structured/structuredContent/temperature").isNumber()).isTrue();
    assertThat(seen.at("/long/content/0/text").asText()).contains("completed");
    assertThat(texts(seen.get("progress"))).containsExactly("1", "2", "3", "4");
    assertThat(seen.at("/invalid/result/isError").asBoolean()).isTrue();
    assertThat(seen.at("/resources")).isNotEmpty();
    assertThat(seen.at("/templates")).isNotEmpty();
    assertThat(seen.at("/read/contents/0/text").asText()).isNotEmpty();
    assertThat(texts(seen.get("prompts"))).contains("simple-prompt");
    assertThat(seen.at("/prompt/messages")).isNotEmpty();
    assertThat(seen.at("/session").asBoolean()).isTrue();
  }

  @Test
  void aHiddenToolAndAnUnknownOneLookAlike() {
    JsonNode seen = client("everything");
    assertThat(seen.at("/hidden/code").asInt()).isEqualTo(-32602);
    assertThat(seen.at("/unknown/code").asInt()).isEqualTo(-32602);
    assertThat(seen.at("/hidden/message").asText().replace("get-env", "X"))
        .isEqualTo(seen.at("/unknown/message").asText().replace("no-such-tool", "X"));
  }

  @Test
  void aCancelledCallEndsAndTheSessionGoesOn() {
    JsonNode seen = client("everything");
    assertThat(seen.at("/cancelled/message").asText()).contains("enough");
    assertThat(seen.at("/after/content/0/text").asText()).contains("still here");
  }

  @Test
  void theTypeScriptClientWorksWithServerFilesystem() {
    JsonNode seen = client("filesystem");
    assertThat(texts(seen.get("tools"))).contains("read_text_file").doesNotContain("move_file");
    assertThat(seen.at("/list/content/0/text").asText()).contains("note.txt");
    assertThat(seen.at("/read/content/0/text").asText()).contains("remember the milk");
    assertThat(seen.at("/read/structuredContent/content").asText()).contains("milk");
    assertThat(seen.at("/write/result/content/0/text").asText()).contains("no-writing");
    assertThat(servers.folder().resolve("new.txt")).doesNotExist();
    assertThat(seen.at("/outside/result/isError").asBoolean()).isTrue();
  }

  private static JsonNode client(String connection) {
    String output =
        Node.run(
            Map.of("TOKEN", servers.gate().token("agent")),
            Node.script("client.mjs"),
            servers.gate().http() + "/gate/" + connection,
            connection,
            servers.folder().toString());
    try {
      return new ObjectMapper().readTree(output);
    } catch (JsonProcessingException e) {
      throw new AssertionError(output, e);
    }
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(element.asText()));
    return texts;
  }
}
