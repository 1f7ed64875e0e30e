package org.portcullis.demo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.json.McpJsonDefaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portcullis.demo.desk.ToolAnswer.Done;
import org.portcullis.demo.desk.ToolAnswer.Failed;
import org.portcullis.demo.json.Json;

final class DeskToolsTest {
  private final CustomerDatabase database = CustomerDatabase.create();
  private final EffectLog effects = new EffectLog();
  private final DeskTools unit =
      DeskTools.over(database, new Customers(database, effects), effects, () -> {});

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  private ToolAnswer call(String tool, Map<String, Object> arguments) {
    return unit.call(tool, arguments, Progress.NONE);
  }

  private Map<String, Object> done(String tool, Map<String, Object> arguments) {
    ToolAnswer answer = call(tool, arguments);
    assertThat(answer).isInstanceOf(Done.class);
    return ((Done) answer).content();
  }

  private String failed(String tool, Map<String, Object> arguments) {
    ToolAnswer answer = call(tool, arguments);
    assertThat(answer).isInstanceOf(Failed.class);
    return ((Failed) answer).message();
  }

  private Object sql(String sql) {
    return done("run_sql", Map.of("sql", sql)).get("rows");
  }

  @Test
  void findsCustomersWithTheirPersonalData() {
    assertThat(Json.text(done("find_customers", Map.of("query", "LOPEZ"))))
        .contains("ana.lopez@example.com", "078-05-1120", "\"number\":\"4111 1111 1111 1111\"")
        .doesNotContain("Carter");
  }

  @Test
  void takesWildcardsInAQueryAsText() {
    assertThat(done("find_customers", Map.of("query", "%"))).containsEntry("customers", List.of());
  }

  @Test
  void findsEveryoneWithAnEmptyQuery() {
    assertThat((List<?>) done("find_customers", Map.of("query", "")).get("customers")).hasSize(8);
  }

  @Test
  void executesSqlForReal() {
    assertThat(done("run_sql", Map.of("sql", "DELETE FROM orders WHERE customer = 1")))
        .containsEntry("updated", 2);
    assertThat(sql("SELECT COUNT(*) AS n FROM orders")).isEqualTo(List.of(Map.of("n", 10)));

    done("run_sql", Map.of("sql", "DROP TABLE customers"));
    assertThat(failed("run_sql", Map.of("sql", "SELECT * FROM customers"))).contains("SQL error");
    assertThat(Json.text(effects.toJson())).contains("DROP TABLE customers", "\"run_sql\":4");
  }

  @Test
  void answersWithEveryRowAndColumn() {
    assertThat(sql("SELECT name, ssn, balance FROM customers WHERE id = 2").toString())
        .isEqualTo("[{name=Ben Carter, ssn=219-09-9999, balance=0.00}]");
  }

  @Test
  void countsNoStatementThatTheDatabaseRefused() {
    assertThat(failed("run_sql", Map.of("sql", "SELEC 1"))).contains("SQL error");
    assertThat(effects.toJson().get("statements"))
        .isEqualTo(Map.of("count", 0L, "items", List.of()));
  }

  @Test
  void refundsAndWritesItDown() {
    assertThat(done("refund", Map.of("customer", 2, "amount", 24.5, "reason", "broken mug")))
        .containsEntry("status", "paid");
    assertThat(sql("SELECT balance FROM customers WHERE id = 2").toString()).contains("24.50");
    assertThat(sql("SELECT reason FROM refunds").toString()).contains("broken mug");
    assertThat(Json.text(effects.toJson().get("refunds"))).contains("\"count\":1", "broken mug");
  }

  @Test
  void refundsNothingToNobody() {
    assertThat(failed("refund", Map.of("customer", 99, "amount", 5, "reason", "none")))
        .contains("no customer 99");
    assertThat(sql("SELECT COUNT(*) AS n FROM refunds")).isEqualTo(List.of(Map.of("n", 0)));
    assertThat(Json.text(effects.toJson().get("refunds"))).contains("\"count\":0");
  }

  @Test
  void refusesFractionsOfACent() {
    assertThat(failed("refund", Map.of("customer", 2, "amount", 0.001, "reason", "rounding")))
        .contains("two decimals");
  }

  @Test
  void refusesArgumentsThatDoNotFitTheSchema() {
    assertThat(failed("refund", Map.of("customer", 2, "amount", -1, "reason", "theft")))
        .startsWith("Invalid arguments");
    assertThat(failed("refund", Map.of("customer", "2", "amount", 1, "reason", "type")))
        .startsWith("Invalid arguments");
    assertThat(failed("find_customers", Map.of())).startsWith("Invalid arguments");
    assertThat(failed("find_customers", Map.of("query", "a", "extra", 1)))
        .startsWith("Invalid arguments");
    assertThat(effects.toJson().get("calls")).isEqualTo(Map.of());
  }

  @Test
  void sendsMailIntoItsOutbox() {
    done("send_mail", Map.of("to", "ben@example.com", "subject", "Sorry", "body", "We are."));
    assertThat(sql("SELECT recipient, body FROM sent_mails").toString())
        .contains("ben@example.com", "We are.");
    assertThat(Json.text(effects.toJson().get("mails"))).contains("\"count\":1", "Sorry");
  }

  @Test
  void reportsProgressForEachCity() {
    List<String> heard = new ArrayList<>();
    ToolAnswer answer =
        unit.call(
            "export_report",
            Map.of("format", "csv"),
            (done, total, message) -> heard.add(done + "/" + total));
    assertThat(heard).containsExactly("1/4", "2/4", "3/4", "4/4");
    assertThat(((Done) answer).content().get("report").toString())
        .startsWith("city,orders,total\n\"Akron\",3,114.50\n");
  }

  @Test
  void knowsNoOtherTool() {
    assertThat(failed("drop_everything", Map.of())).isEqualTo("Unknown tool: drop_everything");
  }

  @Test
  void answersAsItsOutputSchemasSay() {
    var validator = McpJsonDefaults.getSchemaValidator();
    Map<String, Map<String, Object>> examples =
        Map.of(
            "find_customers", Map.of("query", "a"),
            "run_sql", Map.of("sql", "SELECT * FROM customers"),
            "refund", Map.of("customer", 1, "amount", 1, "reason", "example"),
            "send_mail", Map.of("to", "a@example.com", "subject", "s", "body", "b"),
            "export_report", Map.of("format", "jsonl"));
    assertThat(unit.cards()).extracting(ToolCard::name).containsAll(examples.keySet());
    for (ToolCard card : unit.cards()) {
      Map<String, Object> content = done(card.name(), examples.get(card.name()));
      assertThat(validator.validate(card.outputSchema(), content).errorMessage()).isNull();
      assertThat(card.hints())
          .containsOnlyKeys("readOnlyHint", "destructiveHint", "idempotentHint", "openWorldHint");
    }
  }
}
