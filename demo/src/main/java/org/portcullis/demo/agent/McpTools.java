package org.portcullis.demo.agent;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The tools of an MCP server over Streamable HTTP, by the official Java SDK. Answers are checked
 * against the tool's output schema, as the specification asks of a client. Not thread-safe.
 */
public final class McpTools implements Tools, AutoCloseable {
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);

  private final URI endpoint;
  private final McpSyncClient client;
  private final List<String> names;

  private McpTools(URI endpoint, McpSyncClient client, List<String> names) {
    this.endpoint = endpoint;
    this.client = client;
    this.names = names;
  }

  /**
   * Opens a session and lists the tools.
   *
   * @param endpoint of the server, or of the gate before it; with a path
   * @param token the bearer token for each request, asked anew each time
   * @throws ToolsUnreachable if the server does not answer or refuses the token
   */
  public static McpTools connect(URI endpoint, Supplier<String> token) {
    var transport =
        HttpClientStreamableHttpTransport.builder(endpoint.resolve("/").toString())
            .endpoint(endpoint.getPath())
            .addHttpRequestCustomizer(
                (request, method, uri, body, context) ->
                    request.setHeader("Authorization", "Bearer " + token.get()))
            .build();
    McpSyncClient client =
        McpClient.sync(transport)
            .clientInfo(McpSchema.Implementation.builder("desk-agent", "1.0.0").build())
            .requestTimeout(LONGEST_ANSWER)
            .enableCallToolSchemaCaching(true)
            .build();
    try {
      client.initialize();
      return new McpTools(endpoint, client, names(client));
    } catch (RuntimeException e) {
      client.close();
      throw unreachable(endpoint, e);
    }
  }

  private static List<String> names(McpSyncClient client) {
    return client.listTools().tools().stream().map(McpSchema.Tool::name).toList();
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public Observation use(Action action) {
    try {
      McpSchema.CallToolResult result =
          client.callTool(
              McpSchema.CallToolRequest.builder(action.tool()).arguments(action.input()).build());
      boolean failed = Boolean.TRUE.equals(result.isError());
      return new Observation(text(result), result.structuredContent(), failed);
    } catch (McpError e) {
      // The server answered, with an error of the protocol: the model should read it.
      return new Observation(e.getMessage(), null, true);
    } catch (RuntimeException e) {
      throw unreachable(endpoint, e);
    }
  }

  private static String text(McpSchema.CallToolResult result) {
    return result.content().stream()
        .filter(McpSchema.TextContent.class::isInstance)
        .map(content -> ((McpSchema.TextContent) content).text())
        .collect(Collectors.joining("\n"));
  }

  private static ToolsUnreachable unreachable(URI endpoint, RuntimeException e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String reason = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    return new ToolsUnreachable("the tools at " + endpoint + ": " + reason, e);
  }

  /** Ends the session at the server. */
  @Override
  public void close() {
    client.closeGracefully();
  }
}
