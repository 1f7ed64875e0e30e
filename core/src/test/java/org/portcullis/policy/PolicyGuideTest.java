package org.portcullis.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Reads every example of {@code docs/policy.md} and checks the tables behind them. */
class PolicyGuideTest {

  private static final String TABLE = "| group |";

  @TestFactory
  Stream<DynamicTest> keepsItsWord() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    String yaml = "";
    List<String> lines = Files.readAllLines(Path.of("..", "docs", "policy.md"));
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).equals("```yaml")) {
        int end = i + lines.subList(i, lines.size()).indexOf("```");
        yaml = String.join("\n", lines.subList(i + 1, end));
        tests.add(reads(yaml, i + 1));
      } else if (lines.get(i).startsWith(TABLE)) {
        for (int row = i + 2; row < lines.size() && lines.get(row).startsWith("|"); row++) {
          tests.add(decides(yaml, lines.get(row), row + 1));
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(30);
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> theDemoIsInOrder() throws IOException {
    return Stream.of(reads(Files.readString(Path.of("..", "demo", "policy.yaml")), 1));
  }

  private static DynamicTest reads(String yaml, int line) {
    return dynamicTest("example at line " + line, () -> PolicyFixtures.compiled(yaml));
  }

  private static DynamicTest decides(String yaml, String row, int line) {
    List<String> cells =
        Arrays.stream(row.split("\\|", -1)).map(cell -> cell.strip().replace("`", "")).toList();
    return dynamicTest(
        "line " + line + ": " + cells.get(3) + " " + cells.get(4),
        () -> {
          CallDecision call =
              PolicyFixtures.policy(yaml)
                  .decide(
                      PolicyFixtures.caller(cells.get(1)),
                      PolicyFixtures.connection(cells.get(2)),
                      "S-1",
                      List.of(
                          PolicyFixtures.dissected(
                              PolicyFixtures.command(cells.get(3), cells.get(4)))),
                      PolicyFixtures.NOW);
          assertThat(call.effect().label()).isEqualTo(cells.get(5));
          assertThat(call.commands().get(0).tree().flatMap(decision -> decision.rules().stream()))
              .containsExactly(cells.get(6).split(", ", -1));
        });
  }
}
