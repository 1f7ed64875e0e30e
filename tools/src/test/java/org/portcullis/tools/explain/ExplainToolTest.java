package org.portcullis.tools.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.json.StrictJson;
import org.portcullis.tools.Run;

class ExplainToolTest {

  @TempDir Path folder;
  private Path policy;

  @BeforeEach
  void write() throws IOException {
    policy =
        Files.writeString(
            folder.resolve("policy.yaml"),
            """
            version: 1
            groups: {support: [agent]}
            roles:
              agent:
                rules:
                  - {id: sql, effect: allow, on: [desk], commands: ["tool:run_sql"]}
                  - {id: read, effect: allow, on: [desk], commands: ["sql:select:customers"]}
                  - {id: fix, effect: allow, on: [desk], commands: ["sql:update:*"], when: "args.where"}
                  - {id: odd, effect: block, on: [desk], commands: ["sql:update:odd"], when: "args.x > 1"}
                  - {id: try, effect: block, commands: ["tool:*"], mode: shadow}
            """);
  }

  @Test
  void showsTheTreeWithEveryRuleThatNamesACommand() {
    Run run = explain("SELECT * FROM customers; UPDATE customers SET a = 1");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("BLOCK  on desk as agent")
        .contains("  allow  tool:run_sql  by sql")
        .contains("policy.yaml:6 sql: allow, always")
        .contains("policy.yaml:10 try (shadow): block, always")
        .contains("    allow  sql:select:customers  by read")
        .contains("    block  sql:update:customers  by no rule")
        .contains("policy.yaml:8 fix: allow, but not args.where");
  }

  @Test
  void saysWhereAConditionFails() {
    assertThat(explain("UPDATE odd SET a = 1 WHERE b = 2").out())
        .contains("block  sql:update:odd  by odd")
        .contains("fix: allow, because args.where")
        .contains("odd: block, but its condition fails and so it blocks: args.x > 1");
  }

  @Test
  void givesTheDocumentOfTheApi() {
    JsonNode json =
        ((StrictJson.Reading.Value)
                StrictJson.read(
                    Run.of(
                            "explain",
                            policy,
                            "--groups",
                            "support",
                            "--connection",
                            "desk",
                            "--call",
                            "{\"command\":\"sql:select:customers\"}",
                            "--json")
                        .out()))
            .node();

    assertThat(json.path("decision").asText()).isEqualTo("allow");
    assertThat(json.at("/commands/0/rules/0").asText()).isEqualTo("read");
  }

  @Test
  void saysWhereNothingIsPossible() {
    assertThat(
            Run.of(
                    "explain",
                    policy,
                    "--groups",
                    "sales",
                    "--connection",
                    "desk",
                    "--call",
                    "{\"tool\":\"a\"}")
                .out())
        .contains("nobody: no group leads to a role")
        .contains("no rule of these roles lets anything through");
  }

  @Test
  void refusesWhatIsNoCall() {
    assertThat(Run.of("explain", policy, "--connection", "desk").err())
        .contains("--call is missing");
    assertThat(Run.of("explain", policy, "--connection", "desk", "--call", "{").code())
        .isEqualTo(2);
    assertThat(
            Run.of(
                    "explain",
                    policy,
                    "--connection",
                    "desk",
                    "--call",
                    "{\"tool\":\"a\"}",
                    "--now",
                    "x")
                .err())
        .contains("--now");
  }

  private Run explain(String sql) {
    return Run.of(
        "explain",
        policy,
        "--groups",
        "support",
        "--connection",
        "desk",
        "--call",
        "{\"tool\":\"run_sql\",\"arguments\":{\"sql\":\"" + sql + "\"}}");
  }
}
