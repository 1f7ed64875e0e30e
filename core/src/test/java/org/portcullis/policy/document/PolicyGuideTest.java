package org.portcullis.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.portcullis.policy.ActivePolicy;
import org.portcullis.policy.CallDecision;
import org.portcullis.policy.PolicyFixtures;

/**
 * Reads every example of {@code docs/policy.md} and decides the calls in the tables behind them.
 */
class PolicyGuideTest {

  private static final Path GUIDE = Path.of("..", "docs", "policy.md");
  private static final String TABLE = "| group |";

  @TestFactory
  Stream<DynamicTest> keepsItsWord() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    String yaml = "";
    List<String> lines = Files.readAllLines(GUIDE);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).equals("```yaml")) {
        int end = i + lines.subList(i, lines.size()).indexOf("```");
        yaml = String.join("\n", lines.subList(i + 1, end));
        tests.add(reads(yaml, i + 1));
      } else if (lines.get(i).startsWith(TABLE)) {
        List<String> header = cells(lines.get(i));
        for (int row = i + 2; row < lines.size() && lines.get(row).startsWith("|"); row++) {
          tests.add(decides(yaml, new Row(row + 1, header, cells(lines.get(row)))));
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(100);
    return tests.stream();
  }

  @Test
  void hasTenWorkedPolicies() throws IOException {
    Set<String> worked = new HashSet<>();
    String section = "";
    for (String line : Files.readAllLines(GUIDE)) {
      section = line.startsWith("#") ? line : section;
      if (line.startsWith(TABLE) && section.matches("### \\d+\\. .*")) {
        worked.add(section);
      }
    }
    assertThat(worked).hasSize(10);
  }

  @TestFactory
  Stream<DynamicTest> theDemoIsInOrder() throws IOException {
    return Stream.of(reads(Files.readString(Path.of("..", "demo", "policy.yaml")), 1));
  }

  private static List<String> cells(String row) {
    String inner = row.substring(1, row.lastIndexOf('|'));
    return Arrays.stream(inner.split("\\|", -1))
        .map(cell -> cell.strip().replace("`", ""))
        .toList();
  }

  private static DynamicTest reads(String yaml, int line) {
    return dynamicTest("example at line " + line, () -> PolicyFixtures.compiled(yaml));
  }

  private static DynamicTest decides(String yaml, Row row) {
    return dynamicTest(
        "line " + row.line() + ": " + row.of("command") + " " + row.of("arguments"),
        () -> {
          CallDecision call = row.decision(PolicyFixtures.policy(yaml));
          assertThat(call.effect().label()).isEqualTo(row.of("decision"));
          assertThat(call.commands().get(0).tree().flatMap(decision -> decision.rules().stream()))
              .containsExactly(row.of("rules").split(", ", -1));
        });
  }

  /** A row of a table: who calls what, where and when, and what has to come of it. */
  private record Row(int line, List<String> header, List<String> cells) {

    String of(String column) {
      return cells.get(header.indexOf(column));
    }

    CallDecision decision(ActivePolicy policy) {
      return policy.decide(
          PolicyFixtures.caller(of("group").split(", ", -1)),
          PolicyFixtures.connection(of("connection"), labels()),
          "S-1",
          List.of(PolicyFixtures.dissected(PolicyFixtures.command(of("command"), of("arguments")))),
          header.contains("at") ? Instant.parse(of("at")) : PolicyFixtures.NOW);
    }

    private Map<String, String> labels() {
      Map<String, String> labels = new HashMap<>();
      if (header.contains("labels")) {
        for (Map.Entry<String, JsonNode> label : PolicyFixtures.json(of("labels")).properties()) {
          labels.put(label.getKey(), label.getValue().textValue());
        }
      }
      return labels;
    }
  }
}
