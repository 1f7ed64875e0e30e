package org.portcullis.dissection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.json.StrictJson;

/** Runs {@code sql.tsv} and {@code evidence.tsv}. */
class SqlCorpusTest {

  private final Dissection dissection = Dissections.standard();

  @TestFactory
  Stream<DynamicTest> tellsWhatAStatementDoes() {
    return CaseFile.read("sql.tsv").stream()
        .map(
            columns ->
                dynamicTest(
                    columns[0],
                    () ->
                        assertThat(found("sql", CaseFile.text(columns[0])))
                            .containsExactlyInAnyOrder(
                                Arrays.copyOfRange(columns, 1, columns.length))));
  }

  @TestFactory
  Stream<DynamicTest> tellsSqlFromText() {
    return CaseFile.read("evidence.tsv").stream()
        .map(
            columns ->
                dynamicTest(
                    columns[1] + ": " + columns[2],
                    () ->
                        assertThat(found(columns[1], CaseFile.text(columns[2])).isEmpty())
                            .isEqualTo(columns[0].equals("text"))));
  }

  private List<String> found(String argument, String text) {
    Command command =
        Command.of(CommandName.of("tool", "anything"), StrictJson.object().put(argument, text), "");
    return dissection.dissect(command).inner().stream()
        .map(SqlCorpusTest::label)
        .distinct()
        .toList();
  }

  private static String label(Command command) {
    boolean narrowed = command.arguments().path("where").asBoolean(true);
    return command.name() + (narrowed ? "" : "!");
  }
}
