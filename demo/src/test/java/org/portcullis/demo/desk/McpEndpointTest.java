package org.portcullis.demo.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the desk offers over MCP besides its tools, seen by the official client. */
final class McpEndpointTest {
  private static final String TOKEN = "a-token-for-" + "this-test";

  private final Desk desk = Desk.start(new DeskSettings(0, TOKEN, Duration.ZERO));
  private final BlockingQueue<McpSchema.ProgressNotification> progress =
      new LinkedBlockingQueue<>();
  private final McpSyncClient client =
      McpClient.sync(
              HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + desk.port())
                  .endpoint("/mcp")
                  .addHttpRequestCustomizer(
                      (request, method, uri, body, context) ->
                          request.setHeader("Authorization", "Bearer " + TOKEN))
                  .build())
          .progressConsumer(progress::add)
          .build();

  @BeforeEach
  void initialize() {
    client.initialize();
  }

  @AfterEach
  void stop() {
    client.closeGracefully();
    desk.close();
  }

  private String read(String uri) {
    var contents =
        client.readResource(McpSchema.ReadResourceRequest.builder(uri).build()).contents();
    return ((McpSchema.TextResourceContents) contents.get(0)).text();
  }

  @Test
  void saysWhatEachToolDoesToTheWorld() {
    List<McpSchema.Tool> tools = client.listTools().tools();
    assertThat(tools).hasSize(5).allSatisfy(tool -> assertThat(tool.outputSchema()).isNotEmpty());
    assertThat(tools)
        .filteredOn(tool -> tool.annotations().readOnlyHint())
        .extracting(McpSchema.Tool::name)
        .containsExactlyInAnyOrder("find_customers", "export_report");
  }

  @Test
  void offersResources() {
    assertThat(client.listResources().resources())
        .extracting(McpSchema.Resource::uri)
        .containsExactly("crm://handbook/refunds");
    assertThat(client.listResourceTemplates().resourceTemplates())
        .extracting(McpSchema.ResourceTemplate::uriTemplate)
        .containsExactly("crm://customers/{id}");
    assertThat(read("crm://handbook/refunds")).contains("# Refunds");
    assertThat(read("crm://customers/2")).contains("Ben Carter", "219-09-9999");
  }

  @Test
  void hasNoCustomerThatIsNotThere() {
    for (String id : List.of("99", "x", "1234567890")) {
      assertThatExceptionOfType(McpError.class).isThrownBy(() -> read("crm://customers/" + id));
    }
  }

  @Test
  void offersAPrompt() {
    var request =
        McpSchema.GetPromptRequest.builder("draft_apology")
            .arguments(Map.of("name", "Ana", "tone", "warm"))
            .build();
    var content = client.getPrompt(request).messages().get(0).content();
    assertThat(((McpSchema.TextContent) content).text()).contains("a warm apology to Ana");
  }

  @Test
  void completesIdsAndTones() {
    assertThat(complete(new McpSchema.ResourceReference("crm://customers/{id}"), "id", "3"))
        .containsExactly("3");
    var prompt = McpSchema.PromptReference.builder("draft_apology").build();
    assertThat(complete(prompt, "tone", "f")).containsExactly("formal", "friendly");
    assertThat(complete(prompt, "name", "A")).isEmpty();
  }

  private List<String> complete(McpSchema.CompleteReference of, String name, String typed) {
    var argument = new McpSchema.CompleteRequest.CompleteArgument(name, typed);
    return client
        .completeCompletion(McpSchema.CompleteRequest.builder(of, argument).build())
        .completion()
        .values();
  }

  @Test
  void sendsProgressToWhoAskedForIt() throws InterruptedException {
    var request =
        McpSchema.CallToolRequest.builder("export_report").arguments(Map.of("format", "csv"));
    client.callTool(request.build());
    client.callTool(request.progressToken("p-1").build());

    // The client hands out notifications on a thread of its own, also after the answer.
    List<McpSchema.ProgressNotification> heard = new ArrayList<>();
    while (heard.size() < 4) {
      heard.add(Objects.requireNonNull(progress.poll(20, TimeUnit.SECONDS), "progress"));
    }
    assertThat(heard)
        .extracting(McpSchema.ProgressNotification::progress)
        .containsExactlyInAnyOrder(1.0, 2.0, 3.0, 4.0);
    assertThat(heard).extracting(McpSchema.ProgressNotification::progressToken).containsOnly("p-1");
    assertThat(progress).isEmpty();
  }
}
