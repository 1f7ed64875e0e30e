package org.portcullis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.database.Postgres;

/**
 * What a call really does decides: the official Java client before the gate, servers that know
 * nothing of it behind it, one over a real PostgreSQL and one over real files. No setting says what
 * their arguments hold.
 */
class CommandsE2E {

  private static final OfficialServers SERVERS = OfficialServers.shared();

  private McpSyncClient client;

  @BeforeEach
  void makeCustomers() throws SQLException {
    execute("DROP TABLE IF EXISTS customers");
    execute("CREATE TABLE customers (id int PRIMARY KEY, name text)");
    execute("INSERT INTO customers VALUES (1, 'Ada'), (2, 'Grace')");
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void aQueryIsAllowed() {
    connect("database");
    McpSchema.CallToolResult result = sql("SELECT name FROM customers ORDER BY id");
    assertThat(text(result)).contains("Ada", "Grace");
    assertThat(result.isError()).isNotEqualTo(true);
  }

  @Test
  void aDeletionIsAskedForAndRunsOnceWhenApproved() throws SQLException {
    connect("database");
    String deletion = "DELETE FROM customers WHERE id = 1";
    String first = approvalOf(sql(deletion));
    assertThat(customers()).isEqualTo(2);
    approve(first);
    assertThat(customers()).isEqualTo(2);
    assertThat(sql(deletion).isError()).isNotEqualTo(true);
    assertThat(customers()).isEqualTo(1);
    assertThat(approvalOf(sql(deletion))).isNotEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP TABLE customers",
        "SELECT 1; DROP TABLE customers",
        "SELECT name FROM customers; DROP TABLE customers",
        "DELETE FROM customers; DROP TABLE customers",
        "WITH gone AS (DELETE FROM customers RETURNING *), more AS (INSERT INTO log SELECT * FROM gone)"
            + " SELECT name FROM customers",
        "COPY customers TO PROGRAM 'touch EVIDENCE'",
        "SELECT name FROM customers UNION SELECT passwd FROM pg_shadow",
        "DO $$ BEGIN DELETE FROM customers; END $$",
        "TRUNCATE customers",
        "EXPLAIN ANALYZE UPDATE customers SET name = 'x'",
      })
  void whatNoRuleAllowsIsBlocked(String text) throws SQLException, IOException {
    connect("database");
    Path evidence = SERVERS.folder().resolve("evidence.txt");
    McpSchema.CallToolResult result = sql(text.replace("EVIDENCE", evidence.toString()));
    assertThat(result.isError()).isTrue();
    assertThat(approval(result).isMissingNode()).as(text(result)).isTrue();
    assertThat(customers()).isEqualTo(2);
    assertThat(Files.exists(evidence)).isFalse();
  }

  @Test
  void aWriteInsideAQueryIsAskedFor() throws SQLException {
    connect("database");
    String text = "WITH gone AS (DELETE FROM customers RETURNING *) SELECT name FROM gone";
    String id = approvalOf(sql(text));
    assertThat(customers()).isEqualTo(2);
    approve(id);
    assertThat(text(sql(text))).contains("Ada");
    assertThat(customers()).isZero();
  }

  @Test
  void aFileInsideIsReadAndOneOutsideIsNot() throws IOException {
    connect("files");
    Path inside = Files.createDirectories(SERVERS.folder().resolve("inside")).resolve("a.txt");
    Files.writeString(inside, "this may be read");
    assertThat(text(read(inside.toString()))).contains("this may be read");
    for (String outside :
        new String[] {"/note.txt", "/inside/../note.txt", "/inside/./../note.txt"}) {
      McpSchema.CallToolResult result = read(SERVERS.folder() + outside);
      assertThat(result.isError()).isTrue();
      assertThat(text(result)).contains("file:read:").doesNotContain("milk");
    }
  }

  private void connect(String connection) {
    GateUnderTest gate = SERVERS.gate();
    String token = gate.token("agent");
    client =
        McpClient.sync(
                HttpClientStreamableHttpTransport.builder(gate.http() + "/")
                    .endpoint("/gate/" + connection)
                    .addHttpRequestCustomizer(
                        (request, method, uri, body, context) ->
                            request.setHeader("Authorization", "Bearer " + token))
                    .build())
            .requestTimeout(Duration.ofSeconds(30))
            .build();
    client.initialize();
  }

  private McpSchema.CallToolResult sql(String text) {
    return call("execute_sql", Map.of("sql", text));
  }

  private McpSchema.CallToolResult read(String path) {
    return call("read_text_file", Map.of("path", path));
  }

  private McpSchema.CallToolResult call(String tool, Map<String, Object> arguments) {
    return client.callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
  }

  private static String text(McpSchema.CallToolResult result) {
    return ((McpSchema.TextContent) result.content().get(0)).text();
  }

  private static JsonNode approval(McpSchema.CallToolResult result) {
    JsonNode meta = new ObjectMapper().valueToTree(result.meta());
    return meta.path("org.portcullis/approval").path("id");
  }

  private static String approvalOf(McpSchema.CallToolResult asked) {
    assertThat(asked.isError()).isTrue();
    assertThat(approval(asked).isTextual()).as(text(asked)).isTrue();
    return approval(asked).asText();
  }

  private static void approve(String id) {
    Http.Reply vote =
        Http.as(SERVERS.gate(), "approver")
            .post(
                "/api/v1/approvals/" + id + "/votes",
                "{\"vote\":\"approve\",\"reason\":\"it is right\"}");
    assertThat(vote.status()).as(vote.text()).isEqualTo(200);
  }

  private static int customers() throws SQLException {
    try (Connection connection = database();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT count(*) FROM customers")) {
      result.next();
      return result.getInt(1);
    }
  }

  private static void execute(String text) throws SQLException {
    try (Connection connection = database();
        Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  private static Connection database() throws SQLException {
    return Postgres.required().connect("postgres", "postgres", "");
  }
}
