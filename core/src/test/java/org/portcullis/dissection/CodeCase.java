package org.portcullis.dissection;

import java.util.Arrays;
import java.util.List;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.json.StrictJson;

/**
 * A case of {@code python.tsv} or {@code javascript.tsv}.
 *
 * @param mark whether an interpreter reads it
 * @param code the program
 * @param expected everything that is found
 */
record CodeCase(String mark, String language, String code, List<String> expected) {

  private static final Dissection DISSECTION = Dissections.standard();

  static List<CodeCase> all(String language) {
    return CaseFile.read(language + ".tsv").stream()
        .map(
            columns ->
                new CodeCase(
                    columns[0],
                    language,
                    CaseFile.text(columns[1]),
                    Arrays.stream(columns).skip(2).filter(name -> !name.isEmpty()).toList()))
        .toList();
  }

  List<String> found() {
    return found(code, language);
  }

  /** What is found in a program, each thing once. */
  static List<String> found(String code, String language) {
    Command command =
        Command.of(
            CommandName.of("tool", "execute_code"),
            StrictJson.object().put("code", code).put("language", language),
            "");
    return DISSECTION.dissect(command).inner().stream().map(ShellCase::label).distinct().toList();
  }
}
