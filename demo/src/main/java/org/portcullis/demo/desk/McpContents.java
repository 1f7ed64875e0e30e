package org.portcullis.demo.desk;

import io.modelcontextprotocol.server.McpServerFeatures.SyncCompletionSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.portcullis.demo.json.Json;

/** What the desk offers over MCP besides tools: a handbook, customer records, a prompt. */
final class McpContents {
  private static final String HANDBOOK = "crm://handbook/refunds";
  private static final String CUSTOMER_PREFIX = "crm://customers/";
  private static final String CUSTOMER = CUSTOMER_PREFIX + "{id}";
  private static final String APOLOGY = "draft_apology";
  private static final List<String> TONES = List.of("brief", "formal", "friendly", "warm");

  private static final String HANDBOOK_TEXT =
      """
      # Refunds
      Find the customer first and check the last order.
      Up to 50.00 may be refunded at once. More needs a colleague who approves it.
      Write the reason down in one sentence. Never put a card number into a mail.
      """;

  private final Customers customers;

  McpContents(Customers customers) {
    this.customers = customers;
  }

  SyncResourceSpecification handbook() {
    McpSchema.Resource resource =
        McpSchema.Resource.builder(HANDBOOK, "refund-handbook")
            .title("How refunds are made")
            .description("The rules of the desk for refunds.")
            .mimeType("text/markdown")
            .build();
    return new SyncResourceSpecification(
        resource, (exchange, request) -> text(HANDBOOK, "text/markdown", HANDBOOK_TEXT));
  }

  SyncResourceTemplateSpecification customer() {
    McpSchema.ResourceTemplate template =
        McpSchema.ResourceTemplate.builder(CUSTOMER, "customer")
            .title("A customer")
            .description("The whole record of one customer, by id.")
            .mimeType("application/json")
            .build();
    return new SyncResourceTemplateSpecification(
        template, (exchange, request) -> record(request.uri()));
  }

  private McpSchema.ReadResourceResult record(String uri) {
    return number(uri.substring(CUSTOMER_PREFIX.length()))
        .flatMap(this::byId)
        .map(customer -> text(uri, "application/json", Json.text(customer.toJson())))
        .orElseThrow(() -> McpError.RESOURCE_NOT_FOUND.apply(uri));
  }

  private static Optional<Integer> number(String text) {
    // Nine digits always fit an int.
    return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private Optional<Customer> byId(int id) {
    try {
      return customers.byId(id);
    } catch (SQLException e) {
      throw unavailable();
    }
  }

  private static McpError unavailable() {
    return McpError.builder(McpSchema.ErrorCodes.INTERNAL_ERROR)
        .message("the customers cannot be read now")
        .build();
  }

  private static McpSchema.ReadResourceResult text(String uri, String type, String text) {
    return McpSchema.ReadResourceResult.builder(
            List.of(McpSchema.TextResourceContents.builder(uri, text).mimeType(type).build()))
        .build();
  }

  SyncPromptSpecification apology() {
    McpSchema.Prompt prompt =
        McpSchema.Prompt.builder(APOLOGY)
            .title("Draft an apology")
            .description("Asks for an apology to a customer in a given tone.")
            .arguments(List.of(argument("name", "The customer's name"), argument("tone", "How")))
            .build();
    return new SyncPromptSpecification(prompt, (exchange, request) -> apologyFor(request));
  }

  private static McpSchema.PromptArgument argument(String name, String description) {
    return McpSchema.PromptArgument.builder(name).description(description).required(true).build();
  }

  private static McpSchema.GetPromptResult apologyFor(McpSchema.GetPromptRequest request) {
    String text =
        "Write a %s apology to %s for a late order. No account or card numbers."
            .formatted(request.arguments().get("tone"), request.arguments().get("name"));
    var message =
        McpSchema.PromptMessage.builder(
                McpSchema.Role.USER, McpSchema.TextContent.builder(text).build())
            .build();
    return McpSchema.GetPromptResult.builder(List.of(message)).build();
  }

  SyncCompletionSpecification customerIds() {
    return new SyncCompletionSpecification(
        new McpSchema.ResourceReference(CUSTOMER),
        (exchange, request) -> starting(ids(), request.argument().value()));
  }

  private List<String> ids() {
    try {
      return customers.find("").stream().map(customer -> Integer.toString(customer.id())).toList();
    } catch (SQLException e) {
      throw unavailable();
    }
  }

  SyncCompletionSpecification tones() {
    return new SyncCompletionSpecification(
        McpSchema.PromptReference.builder(APOLOGY).build(),
        (exchange, request) ->
            "tone".equals(request.argument().name())
                ? starting(TONES, request.argument().value())
                : starting(List.of(), ""));
  }

  private static McpSchema.CompleteResult starting(List<String> all, String typed) {
    String start = typed.toLowerCase(Locale.ROOT);
    List<String> fitting = all.stream().filter(value -> value.startsWith(start)).toList();
    return new McpSchema.CompleteResult(
        new McpSchema.CompleteResult.CompleteCompletion(fitting, fitting.size(), false));
  }
}
