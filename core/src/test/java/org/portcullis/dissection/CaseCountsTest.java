package org.portcullis.dissection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * How many labelled cases there are: {@code ./mvnw -pl core test -Dtest=CaseCountsTest} prints
 * them. A case that is lost is noticed.
 */
class CaseCountsTest {

  private static final int ALL = 500;

  private record Kind(List<String> files, int least) {}

  private static final Map<String, Kind> KINDS =
      new TreeMap<>(
          Map.of(
              "SQL", new Kind(List.of("sql.tsv"), 150),
              "shell", new Kind(List.of("shell.tsv"), 150),
              "text that is no command", new Kind(List.of("free-text.tsv"), 100),
              "addresses, paths, code, recipients, wrappings",
                  new Kind(List.of("arguments.tsv", "recipients.tsv"), 100)));

  @Test
  void thereAreEnoughOfEveryKind() {
    int all = 0;
    StringBuilder table = new StringBuilder(System.lineSeparator());
    for (Map.Entry<String, Kind> kind : KINDS.entrySet()) {
      int count = kind.getValue().files().stream().mapToInt(f -> CaseFile.read(f).size()).sum();
      table.append(
          String.format("%6d  %s (at least %d)%n", count, kind.getKey(), kind.getValue().least()));
      assertThat(count).as(kind.getKey()).isGreaterThanOrEqualTo(kind.getValue().least());
      all += count;
    }
    System.out.println(table.append(String.format("%6d  labelled cases", all)));
    assertThat(all).isGreaterThanOrEqualTo(ALL);
  }
}
