package org.portcullis.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.json.StrictJson;
import org.portcullis.policy.PolicyFixtures;

class CommandArgumentsTest {

  /** Every labelled case has to be known, so that no condition is warned of that could hold. */
  @Test
  void knowsEveryArgumentThatDissectionGives() throws IOException {
    Map<String, Set<String>> found = new HashMap<>();
    for (String[] columns : cases("arguments.tsv")) {
      dissect(columns[0], columns[1], found);
    }
    for (String[] columns : cases("sql.tsv")) {
      dissect("query", text("sql", columns[0]), found);
    }
    for (String[] columns : cases("shell.tsv")) {
      dissect("run_command", text("command", columns[1]), found);
    }
    assertThat(found).containsKeys("sql", "shell", "file");
    CommandArguments.BY_KIND.forEach(
        (kind, more) -> {
          List<String> known = new ArrayList<>(CommandArguments.OF_A_LINE);
          known.addAll(more);
          assertThat(known).as(kind).containsAll(found.getOrDefault(kind, Set.of()));
        });
  }

  private static String text(String argument, String text) {
    return StrictJson.object()
        .put(argument, text.replace("\\n", "\n").replace("\\r", "\r"))
        .toString();
  }

  private static void dissect(String tool, String arguments, Map<String, Set<String>> found) {
    Command command = Command.of(CommandName.of("tool", tool), PolicyFixtures.json(arguments), "");
    for (Command inner : PolicyFixtures.dissected(command).inner()) {
      Set<String> names = found.computeIfAbsent(inner.name().kind(), kind -> new TreeSet<>());
      inner.arguments().fieldNames().forEachRemaining(names::add);
    }
  }

  private static List<String[]> cases(String file) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                CommandArgumentsTest.class.getResourceAsStream(
                    "/org/portcullis/dissection/" + file),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("# ") && !line.isBlank())
          .map(line -> line.split("\t", -1))
          .toList();
    }
  }
}
