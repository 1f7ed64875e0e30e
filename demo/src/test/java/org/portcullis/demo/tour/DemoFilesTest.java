package org.portcullis.demo.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portcullis.demo.json.Json;

/** The files that the demo hands to a gate. */
final class DemoFilesTest {
  @Test
  void connectionsAreJsonWithoutSecrets() throws IOException {
    for (String name : List.of("desk", "desk-runs")) {
      String text = Files.readString(Path.of("connections", name + ".json"));
      assertThat(Json.object(text)).containsKeys("protocol", "url", "credential", "labels");
      assertThat(text).contains("${DESK_URL}", "\"token\": \"${DESK_TOKEN}\"");
    }
  }

  @Test
  void policyNamesOnlyToolsThatTheDeskHas() throws IOException {
    String policy = Files.readString(Path.of("policy.yaml"));
    assertThat(policy).contains("usable: PT3S", "never-drop");
    assertThat(policy.lines().flatMap(DemoFilesTest::tools))
        .isSubsetOf("find_customers", "run_sql", "refund", "send_mail", "export_report");
  }

  private static Stream<String> tools(String line) {
    return Pattern.compile("\"tool:([^\"]+)\"")
        .matcher(line)
        .results()
        .map(match -> match.group(1));
  }
}
