package org.portcullis.dissection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.dissection.file.FilePath;
import org.portcullis.json.StrictJson;

/**
 * Paths: {@code file:ACCESS:path} for each thing that is done to the file. The command's arguments
 * are {@code path}, {@code access}, and whether the path is {@code absolute} and whether it {@code
 * escapes}, by {@code ..}, from where it begins.
 */
final class FileDissector implements Dissector {

  private static final String KIND = ArgumentKind.FILE.label();

  private final AccessWords words = AccessWords.standard();

  @Override
  public List<Command> dissect(Argument argument) {
    Set<Access> access = argument.access().isEmpty() ? words.of(argument) : argument.access();
    Optional<FilePath> path = FilePath.read(argument.text());
    if (path.isEmpty() || !CommandName.isValid(name(Access.DELETE, path.get()))) {
      return List.of(opaque(argument));
    }
    List<Command> commands = new ArrayList<>();
    for (Access each : Access.values()) {
      if (access.contains(each)) {
        commands.add(
            Command.of(
                new CommandName(name(each, path.get())),
                arguments(path.get(), each),
                argument.wholePointer()));
      }
    }
    return commands;
  }

  private static Command opaque(Argument argument) {
    ObjectNode arguments = StrictJson.object().put("path", argument.text());
    return Command.of(CommandName.opaque(KIND), arguments, argument.wholePointer());
  }

  private static String name(Access access, FilePath path) {
    return KIND + ":" + access.label() + ":" + path.text();
  }

  private static ObjectNode arguments(FilePath path, Access access) {
    return StrictJson.object()
        .put("path", path.text())
        .put("access", access.label())
        .put("absolute", path.isAbsolute())
        .put("escapes", path.escapes());
  }
}
