package org.portcullis.dissection;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.dissection.shell.ShellFinding;
import org.portcullis.dissection.shell.ShellLine;
import org.portcullis.dissection.shell.ShellReader;
import org.portcullis.json.StrictJson;

/**
 * Shell lines: {@code shell:PROGRAM:object} for each program and each thing that it is started on,
 * {@code file:read:PATH} and {@code file:write:PATH} for redirections, and {@code shell:opaque:*}
 * or {@code code:opaque:*} for what cannot be told. The command's arguments are {@code line}, the
 * simple command's text, {@code argv}, its words, {@code background} and {@code redirected} where
 * that is so, and for what is opaque {@code reason}, why.
 */
final class ShellDissector implements Dissector {

  private final ShellReader reader = new ShellReader();

  /** Takes the text for a line that a shell reads. */
  @Override
  public List<Command> dissect(Argument argument) {
    return commands(reader.read(argument.text()), argument.wholePointer());
  }

  /** Takes the texts for the words of one command, which is started without a shell. */
  @Override
  public List<Command> dissectArgv(Argument argument, List<String> argv) {
    return commands(reader.read(argv), argument.wholePointer());
  }

  private static List<Command> commands(List<ShellFinding> findings, String pointer) {
    List<Command> commands = new ArrayList<>();
    IdentityHashMap<ShellLine, ObjectNode> shared = new IdentityHashMap<>();
    for (ShellFinding finding : findings) {
      ObjectNode arguments = shared.computeIfAbsent(finding.line(), ShellDissector::arguments);
      commands.add(Command.of(name(finding), arguments, pointer));
    }
    return commands;
  }

  private static CommandName name(ShellFinding finding) {
    String text = finding.kind() + ":" + finding.verb() + ":" + finding.object();
    return CommandName.isValid(text) ? new CommandName(text) : CommandName.opaque(finding.kind());
  }

  private static ObjectNode arguments(ShellLine line) {
    ObjectNode arguments = StrictJson.object().put("line", line.text());
    ArrayNode argv = arguments.putArray("argv");
    line.argv().forEach(argv::add);
    line.notes().forEach(note -> arguments.put(note, true));
    line.reason().ifPresent(reason -> arguments.put("reason", reason));
    return arguments;
  }
}
