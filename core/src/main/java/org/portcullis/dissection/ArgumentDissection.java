package org.portcullis.dissection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;

/** Dissects each argument by what it holds. */
final class ArgumentDissection implements Dissection {

  /** More sub-commands than this in one command are one opaque one more. */
  private static final int MAX_INNER = 1000;

  /** Texts, and the ways to them, of more than this in one command together are opaque. */
  private static final int MAX_LENGTH = 256 * 1024;

  private final ArgumentKinds kinds;
  private final Map<ArgumentKind, Dissector> dissectors;

  ArgumentDissection(ArgumentKinds kinds, Map<ArgumentKind, Dissector> dissectors) {
    this.kinds = kinds;
    this.dissectors = Map.copyOf(dissectors);
  }

  @Override
  public Command dissect(Command command) {
    List<Command> inner = new ArrayList<>(command.inner());
    int length = 0;
    for (Argument argument : Arguments.of(command)) {
      Optional<ArgumentKind> kind = kinds.of(argument);
      if (kind.isPresent()) {
        length += argument.text().length() + argument.place().length();
        if (length > MAX_LENGTH || inner.size() >= MAX_INNER) {
          inner.add(opaque(command, kind.get(), argument));
          break;
        }
        List<Command> found = dissectors.get(kind.get()).dissect(argument);
        int room = Math.min(found.size(), MAX_INNER - inner.size());
        inner.addAll(found.subList(0, room));
        if (room < found.size()) {
          inner.add(opaque(command, kind.get(), argument));
          break;
        }
      }
    }
    return inner.isEmpty() ? command : command.withInner(inner);
  }

  private static Command opaque(Command command, ArgumentKind kind, Argument argument) {
    return Command.of(
        CommandName.opaque(kind.label()),
        command.arguments(),
        command.pointer() + argument.pointer());
  }
}
