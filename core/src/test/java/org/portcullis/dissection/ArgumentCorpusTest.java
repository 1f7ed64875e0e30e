package org.portcullis.dissection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.json.StrictJson;

/** Runs {@code arguments.tsv} and {@code free-text.tsv}. */
class ArgumentCorpusTest {

  private static final List<String> MARKS =
      List.of("private", "credentials", "spelling", "escapes", "privileged");

  private final Dissection dissection = Dissections.standard();

  @TestFactory
  Stream<DynamicTest> tellsWhatArgumentsHold() {
    return CaseFile.read("arguments.tsv").stream()
        .map(
            columns ->
                dynamicTest(
                    columns[0] + " " + columns[1],
                    () ->
                        assertThat(found(columns[0], json(columns[1])))
                            .containsExactlyInAnyOrder(
                                Arrays.copyOfRange(columns, 2, columns.length))));
  }

  @TestFactory
  Stream<DynamicTest> takesTextForText() {
    return CaseFile.read("free-text.tsv").stream()
        .map(
            columns ->
                dynamicTest(
                    columns[1] + ": " + columns[2],
                    () ->
                        assertThat(
                                found(
                                    columns[0],
                                    StrictJson.object().put(columns[1], CaseFile.text(columns[2]))))
                            .isEmpty()));
  }

  private List<String> found(String tool, JsonNode arguments) {
    Command command = Command.of(CommandName.of("tool", tool), arguments, "");
    return dissection.dissect(command).inner().stream().map(ArgumentCorpusTest::label).toList();
  }

  private static String label(Command command) {
    StringBuilder label = new StringBuilder(command.name().text());
    label.append(command.arguments().path("where").asBoolean(true) ? "" : "!");
    MARKS.stream()
        .filter(mark -> command.arguments().path(mark).asBoolean(false))
        .forEach(mark -> label.append(' ').append(mark));
    return label.toString();
  }

  private static JsonNode json(String text) {
    return ((StrictJson.Reading.Value) StrictJson.read(text)).node();
  }
}
