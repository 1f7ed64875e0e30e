package org.portcullis.tools.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.json.StrictJson;
import org.portcullis.tools.Run;

class LintToolTest {

  /** The schema of the format, from Microsoft's sarif-js-sdk (MIT). */
  private static final String SCHEMA = "sarif-2.1.0-rtm.5.json";

  @TempDir Path folder;
  private Path wide;
  private Path faulty;

  @BeforeEach
  void write() throws IOException {
    wide =
        Files.writeString(
            folder.resolve("wide.yaml"),
            """
            version: 1
            groups: {support: [agent]}
            roles:
              agent:
                rules:
                  - {id: a, effect: allow, on: [desk], commands: ["tool:*"]}
                  - {id: b, effect: allow, commands: ["tool:find"]}
            """);
    faulty = Files.writeString(folder.resolve("bad.yaml"), "version: 1\nrolls: {}\n");
  }

  @Test
  void printsFindingsAsCompilersDo() {
    Run run = Run.of("lint", wide);

    assertThat(run.out())
        .contains("wide.yaml:6:55: warning L1: rule a lets through tool:*")
        .contains("wide.yaml:7:14: note L1: rule b")
        .endsWith("0 errors, 1 warnings, 1 notes" + System.lineSeparator());
    assertThat(run.code()).isZero();
  }

  @Test
  void failsForErrorsAndWhereToldToForWarnings() {
    assertThat(Run.of("lint", wide, "--warnings-as-errors").code()).isEqualTo(1);
    assertThat(Run.of("lint", faulty).code()).isEqualTo(1);
    assertThat(Run.of("lint", faulty).out()).contains("bad.yaml:2:1: error F1: unknown key: rolls");
    assertThat(Run.of("lint", wide, "--quiet").out()).doesNotContain("note L1");
  }

  @Test
  void givesJson() {
    JsonNode json = json(Run.of("lint", wide, "--json").out());

    assertThat(json.at("/findings/0/rule").asText()).isEqualTo("L1");
    assertThat(json.at("/findings/0/line").asInt()).isEqualTo(6);
    assertThat(json.at("/findings/0/path").asText()).isEqualTo("roles.agent.rules[0].commands[0]");
  }

  @Test
  void writesSarifThatItsSchemaAccepts() throws IOException {
    for (Path policy : new Path[] {wide, faulty}) {
      Path out = folder.resolve("out.sarif");
      Run.of("lint", policy, "--sarif", out);
      JsonNode log = json(Files.readString(out));

      assertThat(schema().validate(log)).isEmpty();
      assertThat(log.at("/runs/0/results/0/ruleId").asText()).isNotEmpty();
      assertThat(log.at("/runs/0/results/0/locations/0/physicalLocation/region/startLine").asInt())
          .isPositive();
    }
  }

  @Test
  void theSchemaRefusesWhatIsNoLog() {
    assertThat(schema().validate(json("{\"version\": \"2.1.0\", \"runs\": [{}]}"))).isNotEmpty();
  }

  @Test
  void holdsThePolicyAgainstToolsAndPeople() throws IOException {
    Path tools =
        Files.writeString(
            folder.resolve("tools.json"), "{\"desk\": {\"tools\": [{\"name\": \"drop_all\"}]}}");
    Path people = Files.writeString(folder.resolve("people.json"), "{\"support\": [\"ann\"]}");

    assertThat(Run.of("lint", wide, "--tools", tools).out())
        .contains("warning L2", "tool:drop_all");
    assertThat(Run.of("lint", wide, "--people", people).out())
        .contains("one person has role agent");
    assertThat(Run.of("lint", wide, "--tools", people).code()).isEqualTo(2);
    assertThat(Run.of("lint", wide, "--people", tools).code()).isEqualTo(2);
  }

  @Test
  void readsWhenLinesWereChanged() throws IOException {
    String blame = "ab 1 1 2\nauthor-time 10\n\tversion: 1\ncd 2 2\nauthor-time 20\n\troles: {}\n";

    assertThat(GitDates.read(new BufferedReader(new StringReader(blame))))
        .containsEntry(1, Instant.ofEpochSecond(10))
        .containsEntry(2, Instant.ofEpochSecond(20))
        .hasSize(2);
    assertThat(GitDates.of(wide.toString()).apply(1)).isNull();
  }

  @Test
  void namesRelativeFilesRelatively() {
    assertThat(RelativeUri.of("policies/a b.yaml")).isEqualTo("policies/a%20b.yaml");
    assertThat(RelativeUri.of("c:d.yaml")).isEqualTo("./c:d.yaml");
  }

  private static Schema schema() {
    try (InputStream in = LintToolTest.class.getResourceAsStream(SCHEMA)) {
      JsonNode schema = json(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4).getSchema(schema);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(String text) {
    return ((StrictJson.Reading.Value) StrictJson.read(text)).node();
  }
}
