package org.portcullis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The official Java SDK's client before the gate, the official server-everything behind it. */
class JavaClientE2E {

  private final List<McpSchema.ProgressNotification> progress = new CopyOnWriteArrayList<>();
  private McpSyncClient client;

  @BeforeEach
  void connect() {
    GateUnderTest gate = OfficialServers.shared().gate();
    String token = gate.token("agent");
    client =
        McpClient.sync(
                HttpClientStreamableHttpTransport.builder(gate.http() + "/")
                    .endpoint("/gate/everything")
                    .addHttpRequestCustomizer(
                        (request, method, uri, body, context) ->
                            request.setHeader("Authorization", "Bearer " + token))
                    .build())
            .requestTimeout(Duration.ofSeconds(20))
            .progressConsumer(progress::add)
            .build();
    client.initialize();
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void listsOnlyWhatTheCallerMayUse() {
    assertThat(client.listTools().tools())
        .extracting(McpSchema.Tool::name)
        .contains("echo")
        .doesNotContain("get-env");
  }

  @Test
  void callsATool() {
    McpSchema.CallToolResult result = call("echo", Map.of("message", "hello"));
    assertThat(text(result)).contains("hello");
  }

  @Test
  void receivesProgressWhileATooWorks() {
    McpSchema.CallToolResult result =
        client.callTool(
            McpSchema.CallToolRequest.builder("trigger-long-running-operation")
                .arguments(Map.of("duration", 1, "steps", 4))
                .meta(Map.of("progressToken", "p-1"))
                .build());
    assertThat(text(result)).contains("completed");
    assertThat(progress).extracting(McpSchema.ProgressNotification::progress).contains(1.0, 4.0);
    assertThat(progress)
        .extracting(McpSchema.ProgressNotification::progressToken)
        .containsOnly("p-1");
  }

  @Test
  void receivesTheErrorsOfTools() {
    assertThat(call("get-sum", Map.of("a", "no number")).isError()).isTrue();
    assertThatThrownBy(() -> call("no-such-tool", Map.of()))
        .isInstanceOf(McpError.class)
        .hasMessageContaining("no-such-tool");
  }

  @Test
  void readsResources() {
    McpSchema.Resource first = client.listResources().resources().get(0);
    assertThat(client.readResource(first).contents()).isNotEmpty();
    assertThat(client.listResourceTemplates().resourceTemplates()).isNotEmpty();
  }

  @Test
  void getsPrompts() {
    assertThat(client.listPrompts().prompts())
        .extracting(McpSchema.Prompt::name)
        .contains("simple-prompt");
    assertThat(
            client
                .getPrompt(McpSchema.GetPromptRequest.builder("simple-prompt").build())
                .messages())
        .isNotEmpty();
  }

  private McpSchema.CallToolResult call(String tool, Map<String, Object> arguments) {
    return client.callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
  }

  private static String text(McpSchema.CallToolResult result) {
    return ((McpSchema.TextContent) result.content().get(0)).text();
  }
}
