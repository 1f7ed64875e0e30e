package org.portcullis.dissection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.dissection.sql.SqlFinding;
import org.portcullis.dissection.sql.SqlReader;
import org.portcullis.json.StrictJson;

/**
 * SQL: {@code sql:VERB:object} for each thing that a statement does. The command's arguments are
 * {@code statement}, the statement's text, for an update or delete {@code where}, whether a
 * condition narrows it, and for a query {@code renames}, whether it hands out what is in a column
 * under another name.
 */
final class SqlDissector implements Dissector {

  private static final String KIND = ArgumentKind.SQL.label();

  private final SqlReader reader = new SqlReader();

  @Override
  public List<Command> dissect(Argument argument) {
    String pointer = argument.wholePointer();
    List<Command> commands = new ArrayList<>();
    Map<ObjectNode, ObjectNode> shared = new HashMap<>();
    for (SqlFinding finding : reader.read(argument.text())) {
      ObjectNode made = arguments(finding);
      ObjectNode arguments = shared.computeIfAbsent(made, node -> node);
      commands.add(Command.of(name(finding), arguments, pointer));
    }
    return commands;
  }

  private static CommandName name(SqlFinding finding) {
    String text = KIND + ":" + finding.verb() + ":" + finding.object();
    return CommandName.isValid(text) ? new CommandName(text) : CommandName.opaque(KIND);
  }

  private static ObjectNode arguments(SqlFinding finding) {
    ObjectNode arguments = StrictJson.object().put("statement", finding.statement());
    finding.where().ifPresent(where -> arguments.put("where", where));
    finding.renames().ifPresent(renames -> arguments.put("renames", renames));
    return arguments;
  }
}
