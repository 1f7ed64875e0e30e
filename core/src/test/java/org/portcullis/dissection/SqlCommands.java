package org.portcullis.dissection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.json.StrictJson;

/** The commands of a text of SQL, as a call with such an argument has them. */
final class SqlCommands {

  private static final Dissection DISSECTION = Dissections.standard();

  private SqlCommands() {}

  static List<Command> of(String text) {
    Command call =
        Command.of(CommandName.of("tool", "anything"), StrictJson.object().put("sql", text), "");
    return DISSECTION.dissect(call).inner();
  }

  static List<String> names(String text) {
    return of(text).stream().map(command -> command.name().text()).distinct().toList();
  }

  /** Everything that a database did with a text has to be among its commands. */
  static void tellAll(String text, DatabaseTrial.Ran ran) {
    List<Command> commands = of(text);
    assertThat(ran.effects())
        .as("%s is told as %s", text, names(text))
        .allMatch(effect -> effect.isToldBy(commands));
  }
}
