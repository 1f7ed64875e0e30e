package org.portcullis.tools.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.json.StrictJson;
import org.portcullis.tools.Run;

class DiffToolTest {

  private static final String OLD =
      """
      version: 1
      groups: {support: [agent], chiefs: [approver]}
      roles:
        agent:
          rules:
            - {id: find, effect: allow, on: [desk], commands: ["tool:find_*", "tool:*_note"]}
            - {id: small, effect: allow, on: [desk], commands: ["tool:refund"], when: "args.amount <= 50"}
            - {id: large, effect: approve, on: [desk], commands: ["tool:refund"], when: "args.amount > 50", approval: one}
            - {id: sql, effect: allow, on: [desk], commands: ["tool:run_sql", "sql:select:*"]}
            - {id: mail, effect: allow, on: [desk], commands: ["tool:mail"], when: "args.to.endsWith('@example.com')"}
            - {id: test, effect: allow, commands: ["tool:reset"], when: "connection.labels['env'] == 'test'"}
      approvals:
        one: {approvers: [approver], quorum: 1, pending: PT15M, usable: PT10M}
        two: {approvers: [approver], quorum: 2, pending: PT15M, usable: PT10M}
      """;

  @TempDir Path folder;

  @Test
  void findsNothingBetweenEquals() throws IOException {
    assertThat(found(OLD, OLD)).isEmpty();
    assertThat(found(OLD, OLD.replace("id: find", "id: search"))).isEmpty();
  }

  @Test
  void findsAMovedBoundaryWithAnAmountBetween() throws IOException {
    JsonNode only = only(OLD.replace("<= 50", "<= 60").replace("> 50", "> 60"));

    assertThat(only.path("direction").asText()).isEqualTo("wider");
    assertThat(only.path("from").asText()).isEqualTo("approve");
    assertThat(only.path("to").asText()).isEqualTo("allow");
    assertThat(only.path("example").asText())
        .isEqualTo("support on desk: {\"command\":\"tool:refund\",\"arguments\":{\"amount\":51}}");
    assertThat(only.path("rulesBefore").toString()).isEqualTo("[\"large\"]");
  }

  @Test
  void findsWiderPatternsConnectionsAndGroups() throws IOException {
    assertThat(only(OLD.replace("tool:find_*", "tool:f*")).path("example").asText())
        .contains("tool:fx");
    String wider =
        OLD.replace(
            "allow, on: [desk], commands: [\"tool:find",
            "allow, on: [desk, \"t-*\"], commands: [\"tool:find");
    assertThat(found(OLD, wider))
        .extracting(each -> each.path("commands").asText())
        .containsExactly("tool:find_*", "tool:*_note", "tool:find_* and tool:*_note");
    assertThat(found(OLD, wider))
        .allMatch(each -> each.path("connections").toString().equals("[\"t-*\"]"));
    assertThat(found(OLD, OLD.replace("chiefs: [approver]", "chiefs: [approver, agent]")))
        .isNotEmpty()
        .allMatch(each -> each.path("groups").toString().equals("[\"chiefs\"]"));
  }

  @Test
  void findsWhatLiesWhereTwoPatternsOverlap() throws IOException {
    String more =
        OLD.replace(
            "approvals:\n",
            "      - {id: no, effect: block, commands: [\"tool:find_*\"],"
                + " when: \"command.name.endsWith('_note')\"}\napprovals:\n");

    assertThat(found(OLD, more))
        .anyMatch(each -> each.path("example").asText().contains("tool:find_x_note"));
  }

  @Test
  void findsTextsLabelsAndWhatIsMissing() throws IOException {
    assertThat(found(OLD, OLD.replace("@example.com", "example.com")))
        .singleElement()
        .satisfies(
            each -> assertThat(each.path("example").asText()).contains("\"to\":\"xexample.com\""));
    assertThat(found(OLD, OLD.replace("== 'test'", "== 'prod'")))
        .extracting(each -> each.path("direction").asText())
        .containsExactly("wider", "stricter");
    assertThat(found(OLD, OLD.replace("\"args.to.endsWith", "\"!has(args.to) || args.to.endsWith")))
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.path("example").asText())
                    .isEqualTo("support on desk: {\"command\":\"tool:mail\"}"));
  }

  @Test
  void findsWhatIsLetThroughInside() throws IOException {
    String inner =
        OLD.replace(
            "commands: [\"tool:run_sql\", \"sql:select:*\"]}",
            "commands: [\"tool:run_sql\", \"sql:select:*\"], inner: any}");

    assertThat(found(OLD, inner))
        .anyMatch(each -> each.path("example").asText().contains("\"inside\":\"sql:opaque:*\""));
  }

  @Test
  void findsAnotherPlan() throws IOException {
    JsonNode only = only(OLD.replace("approval: one}", "approval: two}"));

    assertThat(only.path("direction").asText()).isEqualTo("other");
    assertThat(run(OLD, OLD.replace("approval: one}", "approval: two}")).out())
        .contains("tool:refund: approve (one) -> approve (two)");
  }

  @Test
  void countsRecordedCallsAndFailsWhereToldTo() throws IOException {
    String call =
        "{\"number\":7,\"at\":\"2026-03-01T00:00:00Z\",\"kind\":\"decided\",\"actor\":\"ada\","
            + "\"connection\":\"desk\",\"decision\":\"approve\",\"detail\":{\"groups\":%s,"
            + "\"commands\":[{\"command\":\"%s\",\"arguments\":{\"amount\":%d}}]}}";
    Path events =
        Files.write(
            folder.resolve("events.jsonl"),
            List.of(
                call.formatted("[\"support\"]", "tool:refund", 55),
                call.formatted("[\"support\"]", "tool:refund", 59),
                call.formatted("[\"support\"]", "tool:refund", 70),
                call.formatted("[\"support\"]", "resource:read:[EMAIL]", 1)));

    Run run =
        run(
            OLD,
            OLD.replace("<= 50", "<= 60").replace("> 50", "> 60"),
            "--events",
            events,
            "--fail-on-change");

    assertThat(run.out())
        .contains("recorded calls: 2")
        .contains("1 recorded calls cannot be decided again");
    assertThat(run.code()).isEqualTo(1);
  }

  private JsonNode only(String now) throws IOException {
    List<JsonNode> found = found(OLD, now);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private List<JsonNode> found(String before, String now) throws IOException {
    Run run = run(before, now, "--json");
    assertThat(run.err()).isEmpty();
    JsonNode json = ((StrictJson.Reading.Value) StrictJson.read(run.out())).node();
    return json.path("differences").valueStream().toList();
  }

  private Run run(String before, String now, Object... more) throws IOException {
    Object[] words = new Object[3 + more.length];
    words[0] = "diff";
    words[1] = Files.writeString(folder.resolve("old.yaml"), before);
    words[2] = Files.writeString(folder.resolve("new.yaml"), now);
    System.arraycopy(more, 0, words, 3, more.length);
    return Run.of(words);
  }
}
