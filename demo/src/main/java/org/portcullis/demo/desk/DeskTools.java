package org.portcullis.demo.desk;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All tools of the desk, called the same way over MCP and over the run endpoint. */
final class DeskTools {
  private final Map<String, ToolCard> cards;
  private final Map<String, Tool> tools;
  private final EffectLog effects;
  private final JsonSchemaValidator validator = McpJsonDefaults.getSchemaValidator();

  private DeskTools(List<ToolCard> cards, Map<String, Tool> tools, EffectLog effects) {
    this.cards = cards.stream().collect(Collectors.toMap(ToolCard::name, Function.identity()));
    this.tools = tools;
    this.effects = effects;
  }

  static DeskTools over(
      CustomerDatabase database, Customers customers, EffectLog effects, Pause pause) {
    Map<String, Tool> tools =
        Map.of(
            "find_customers", new FindCustomersTool(customers),
            "run_sql", new RunSqlTool(database, effects),
            "refund", new RefundTool(database, effects),
            "send_mail", new SendMailTool(database, effects),
            "export_report", new ExportReportTool(database, pause));
    return new DeskTools(ToolCard.all(), tools, effects);
  }

  /** The cards of all tools, by name. */
  List<ToolCard> cards() {
    return cards.values().stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
  }

  /**
   * Checks the arguments and runs the tool.
   *
   * @param name any text; an unknown tool is an answer that says so
   * @return never null, never an exception
   */
  ToolAnswer call(String name, Map<String, Object> arguments, Progress progress) {
    Tool tool = tools.get(name);
    if (tool == null) {
      return new ToolAnswer.Failed("Unknown tool: " + name);
    }
    var checked = validator.validate(cards.get(name).inputSchema(), arguments);
    if (!checked.valid()) {
      return new ToolAnswer.Failed("Invalid arguments: " + checked.errorMessage());
    }
    effects.called(name);
    try {
      return tool.call(arguments, progress);
    } catch (SQLException e) {
      return new ToolAnswer.Failed("SQL error " + e.getSQLState() + ": " + e.getMessage());
    }
  }
}
