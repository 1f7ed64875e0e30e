package org.portcullis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

/**
 * What a gate remembers of the connection {@code desk}, the same whichever way it was read: the
 * trail, the requests for approval and the grants.
 *
 * @param how which way, for people
 */
record Memory(String how, List<Line> lines, List<Request> requests, List<Grant> grants) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** An event. */
  record Line(
      long number,
      Instant at,
      String kind,
      String exchange,
      String actor,
      String decision,
      JsonNode detail) {

    /** A text in the detail. */
    String detail(String pointer) {
      return detail.at(pointer).asText();
    }

    /** A text in the detail's first command. */
    String command(String pointer) {
      return detail.at("/commands/0" + pointer).asText();
    }
  }

  /** A request for approval. */
  record Request(String id, String digest, String state) {}

  /** A grant. */
  record Grant(String id, String request, String state, Instant expiresAt, String finalizedBy) {}

  /** An attempt to run what was approved; only the database shows it. */
  record Execution(String id, String grant, int use, String exchange, String state) {}

  /** As an auditor reads it. */
  static Memory overTheApi(Http auditor) {
    return new Memory(
        "over the API",
        all(auditor, "/api/v1/events?connection=desk&limit=1000").stream()
            .map(Memory::line)
            .toList(),
        all(auditor, "/api/v1/approvals?limit=500").stream()
            .map(node -> new Request(text(node, "id"), text(node, "digest"), text(node, "state")))
            .toList(),
        all(auditor, "/api/v1/grants?limit=500").stream().map(Memory::grant).toList());
  }

  /** As the tables hold it. */
  static Memory inTheDatabase(GateDatabase database) {
    return new Memory(
        "in the database",
        database.rows(
            "SELECT * FROM event WHERE connection_name = 'desk' ORDER BY number", Memory::line),
        database.rows(
            "SELECT * FROM approval_request ORDER BY created_at DESC",
            row -> new Request(row.getString("id"), row.getString("digest"), lower(row, "state"))),
        database.rows("SELECT * FROM approval_grant ORDER BY created_at DESC", Memory::grant));
  }

  /** What was run, in whichever state. */
  static List<Execution> executions(GateDatabase database) {
    return database.rows(
        "SELECT * FROM execution",
        row ->
            new Execution(
                row.getString("id"),
                row.getString("grant_id"),
                row.getInt("use_no"),
                row.getString("exchange_id"),
                lower(row, "state")));
  }

  /** The one decision about a command whose text at this place begins like this. */
  Line decisionAbout(String pointer, String beginning) {
    List<Line> found = decisionsAbout(pointer, beginning);
    assertThat(found).as(beginning).hasSize(1);
    return found.get(0);
  }

  /** The decisions about such commands, in their order. */
  List<Line> decisionsAbout(String pointer, String beginning) {
    return lines.stream()
        .filter(line -> line.kind().equals("decided"))
        .filter(line -> line.command(pointer).startsWith(beginning))
        .toList();
  }

  /** What came back after a decision; empty when nothing was sent. */
  List<Line> outcomesOf(Line decided) {
    return lines.stream()
        .filter(line -> line.exchange().equals(decided.exchange()))
        .filter(line -> line.kind().equals("answered") || line.kind().equals("failed"))
        .toList();
  }

  Line outcomeOf(Line decided) {
    List<Line> outcomes = outcomesOf(decided);
    assertThat(outcomes).hasSize(1);
    return outcomes.get(0);
  }

  /** The one event of a kind. */
  Line only(String kind) {
    List<Line> found = lines.stream().filter(line -> line.kind().equals(kind)).toList();
    assertThat(found).as(kind).hasSize(1);
    return found.get(0);
  }

  Request request(String id) {
    return requests.stream().filter(request -> request.id().equals(id)).findFirst().orElseThrow();
  }

  Grant grantOf(String request) {
    return grants.stream()
        .filter(grant -> grant.request().equals(request))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public String toString() {
    return how;
  }

  private static List<JsonNode> all(Http auditor, String path) {
    JsonNode page = auditor.get(path).json();
    assertThat(page.path("next").asText("")).as("one page holds it all").isEmpty();
    List<JsonNode> items = new ArrayList<>();
    page.get("items").forEach(items::add);
    return items;
  }

  private static Line line(JsonNode node) {
    return new Line(
        node.get("number").asLong(),
        Instant.parse(text(node, "at")),
        text(node, "kind"),
        text(node, "exchange"),
        text(node, "actor"),
        text(node, "decision"),
        node.get("detail"));
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getLong("number"),
        instant(row, "happened_at"),
        lower(row, "kind"),
        row.getString("exchange_id"),
        row.getString("actor"),
        row.getString("decision"),
        json(row.getBytes("detail")));
  }

  private static Grant grant(JsonNode node) {
    return new Grant(
        text(node, "id"),
        text(node, "request"),
        text(node, "state"),
        Instant.parse(text(node, "expiresAt")),
        text(node, "finalizedBy"));
  }

  private static Grant grant(ResultSet row) throws SQLException {
    return new Grant(
        row.getString("id"),
        row.getString("request_id"),
        lower(row, "state"),
        instant(row, "expires_at"),
        row.getString("finalized_by"));
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }

  /** The database writes its constants in capitals, the API in small letters. */
  private static String lower(ResultSet row, String column) throws SQLException {
    return row.getString(column).toLowerCase(Locale.ROOT);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Calendar utc = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    return row.getTimestamp(column, utc).toInstant();
  }

  private static JsonNode json(byte[] bytes) {
    try {
      return MAPPER.readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
