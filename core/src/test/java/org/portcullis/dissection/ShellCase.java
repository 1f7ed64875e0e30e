package org.portcullis.dissection;

import java.util.Arrays;
import java.util.List;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.json.StrictJson;

/**
 * A case of {@code shell.tsv}.
 *
 * @param mark how far bash goes along
 * @param line as a shell reads it
 * @param expected everything that is found
 */
record ShellCase(String mark, String line, List<String> expected) {

  private static final Dissection DISSECTION = Dissections.standard();

  static List<ShellCase> all() {
    return CaseFile.read("shell.tsv").stream()
        .map(
            columns ->
                new ShellCase(
                    columns[0],
                    CaseFile.text(columns[1]),
                    Arrays.stream(columns).skip(2).filter(name -> !name.isEmpty()).toList()))
        .toList();
  }

  /** What a test of it is called. */
  String title() {
    return mark + " " + line;
  }

  List<Command> commands() {
    Command command =
        Command.of(CommandName.of("tool", "anything"), StrictJson.object().put("bash", line), "");
    return DISSECTION.dissect(command).inner();
  }

  static String label(Command command) {
    String reason = command.arguments().path("reason").asText("");
    return command.name() + (reason.isEmpty() ? "" : "(" + reason + ")");
  }
}
