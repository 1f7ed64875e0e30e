package org.portcullis.dissection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.json.StrictJson;

/** Runs {@code sql.tsv}, {@code sql-renames.tsv} and {@code evidence.tsv}. */
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

  /** Every query of the text says so, or none. */
  @TestFactory
  Stream<DynamicTest> tellsWhetherAQueryRenamesColumns() {
    return CaseFile.read("sql-renames.tsv").stream()
        .map(
            columns ->
                dynamicTest(
                    columns[1],
                    () ->
                        assertThat(SqlCommands.of(columns[1]))
                            .filteredOn(command -> command.name().text().startsWith("sql:select:"))
                            .isNotEmpty()
                            .extracting(command -> command.arguments().path("renames"))
                            .containsOnly(BooleanNode.valueOf(columns[0].equals("yes")))));
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
