package org.portcullis.demo.desk;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.servlet.http.HttpServlet;
import java.util.Map;
import org.portcullis.demo.json.Json;

/** The desk as an MCP server over Streamable HTTP with sessions, by the official Java SDK. */
final class McpEndpoint implements AutoCloseable {
  private static final String INSTRUCTIONS =
      "Tools of a customer service desk. Find the customer first, then act.";

  private final HttpServletStreamableServerTransportProvider transport;
  private final McpSyncServer server;

  private McpEndpoint(
      HttpServletStreamableServerTransportProvider transport, McpSyncServer server) {
    this.transport = transport;
    this.server = server;
  }

  static McpEndpoint serving(DeskTools tools, Customers customers) {
    var transport =
        HttpServletStreamableServerTransportProvider.builder().mcpEndpoint("/mcp").build();
    McpContents contents = new McpContents(customers);
    // Arguments are validated by DeskTools, for both ways in; twice would only cost.
    McpSyncServer server =
        McpServer.sync(transport)
            .serverInfo("desk", "1.0.0")
            .instructions(INSTRUCTIONS)
            .capabilities(capabilities())
            .validateToolInputs(false)
            .tools(tools.cards().stream().map(card -> tool(card, tools)).toList())
            .resources(contents.handbook())
            .resourceTemplates(contents.customer())
            .prompts(contents.apology())
            .completions(contents.customerIds(), contents.tones())
            .build();
    return new McpEndpoint(transport, server);
  }

  private static McpSchema.ServerCapabilities capabilities() {
    return McpSchema.ServerCapabilities.builder()
        .tools(false)
        .resources(false, false)
        .prompts(false)
        .completions()
        .build();
  }

  private static SyncToolSpecification tool(ToolCard card, DeskTools tools) {
    McpSchema.Tool tool =
        McpSchema.Tool.builder(card.name(), card.inputSchema())
            .title(card.title())
            .description(card.description())
            .outputSchema(card.outputSchema())
            .annotations(annotations(card))
            .build();
    return SyncToolSpecification.builder()
        .tool(tool)
        .callHandler((exchange, request) -> call(tools, exchange, request))
        .build();
  }

  private static McpSchema.ToolAnnotations annotations(ToolCard card) {
    Map<String, Object> hints = card.hints();
    return McpSchema.ToolAnnotations.builder()
        .title(card.title())
        .readOnlyHint((Boolean) hints.get("readOnlyHint"))
        .destructiveHint((Boolean) hints.get("destructiveHint"))
        .idempotentHint((Boolean) hints.get("idempotentHint"))
        .openWorldHint((Boolean) hints.get("openWorldHint"))
        .build();
  }

  private static McpSchema.CallToolResult call(
      DeskTools tools, McpSyncServerExchange exchange, McpSchema.CallToolRequest request) {
    Map<String, Object> arguments = request.arguments() == null ? Map.of() : request.arguments();
    ToolAnswer answer =
        tools.call(request.name(), arguments, progress(exchange, request.progressToken()));
    if (answer instanceof ToolAnswer.Done done) {
      // The text twin is for clients that do not read structured content (MCP, tools).
      return McpSchema.CallToolResult.builder()
          .addTextContent(Json.text(done.content()))
          .structuredContent(done.content())
          .isError(false)
          .build();
    }
    return McpSchema.CallToolResult.builder()
        .addTextContent(((ToolAnswer.Failed) answer).message())
        .isError(true)
        .build();
  }

  /** Progress is sent only to a client that asked for it with a token (MCP, progress). */
  private static Progress progress(McpSyncServerExchange exchange, Object token) {
    if (token == null) {
      return Progress.NONE;
    }
    return (done, total, message) ->
        exchange.progressNotification(
            McpSchema.ProgressNotification.builder(token, done)
                .total((double) total)
                .message(message)
                .build());
  }

  HttpServlet servlet() {
    return transport;
  }

  @Override
  public void close() {
    server.close();
  }
}
