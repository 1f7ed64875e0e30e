package org.portcullis.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portcullis.json.StrictJson;

class CommandLineTest {

  @Test
  void readsTheNestedTreeOfARecord() {
    assertThat(
            CommandLine.of(
                json(
                    """
                    {"command":"tool:run","decision":"allow","rules":["a","b"],"inner":[
                      {"command":"sql:drop:x","decision":"block","rules":["no-rule"],
                       "because":"name","pointer":"/sql","shadow":["s"],"wouldBe":{"s":"allow"}}]}
                    """)))
        .containsExactly(
            new CommandLine(0, "tool:run", "allow", "a, b", "", "", List.of()),
            new CommandLine(1, "sql:drop:x", "block", "", "/sql", "name", List.of("s: allow")));
  }

  @Test
  void readsTheFlatTreeOfAnExplanation() {
    assertThat(
            CommandLine.ofExplained(
                json(
                    """
                    [{"command":"tool:run","decision":"allow","rules":["a"]},
                     {"command":"shell:sh","decision":"allow","rules":["a"],"parent":0},
                     {"command":"shell:rm:x","decision":"block","rules":["b"],"parent":1},
                     {"command":"shell:sh","decision":"allow","rules":["a"],"parent":0}]
                    """)))
        .extracting(CommandLine::depth)
        .containsExactly(0, 1, 2, 1);
  }

  @Test
  void hidesNothingInAName() {
    CommandLine line = CommandLine.of(json("{\"command\":\"shell:rm:a\\u202eb\\nc\"}")).get(0);
    assertThat(line.command()).isEqualTo("shell:rm:a\\u202eb\\nc");
  }

  private static JsonNode json(String text) {
    return ((StrictJson.Reading.Value) StrictJson.read(text)).node();
  }
}
