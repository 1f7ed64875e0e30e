package org.portcullis.dissection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.dissection.code.CodeFinding;
import org.portcullis.json.StrictJson;

/** Dissects what a program hands to something else, as if an argument held it. */
final class Handing {

  private final Map<ArgumentKind, Dissector> dissectors;

  Handing(Map<ArgumentKind, Dissector> dissectors) {
    this.dissectors = dissectors;
  }

  /** The commands in it; opaque ones of its kind when it is not told. */
  List<Command> dissect(Argument program, CodeFinding.Handed handed) {
    Optional<Dissector> dissector = ArgumentKind.called(handed.kind()).map(dissectors::get);
    if (handed.words().isEmpty() || dissector.isEmpty()) {
      return List.of(opaque(program, handed));
    }
    String text = String.join(" ", handed.words());
    ObjectNode beside = StrictJson.object().put("method", handed.method());
    Place holder = new Place(null, "", new Name(""), beside);
    Place place = new Place(holder, "url", new Name("url"), beside.path("url"));
    Argument argument =
        new Argument(program.command(), place, program.at(), text, access(handed.access()));
    return handed.argv()
        ? dissector.get().dissectArgv(argument, handed.words())
        : dissector.get().dissect(argument);
  }

  private static Set<Access> access(Set<String> labels) {
    return labels.isEmpty()
        ? Set.of()
        : labels.stream()
            .flatMap(label -> Access.read(label).orElse(Set.of()).stream())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Access.class)));
  }

  private static Command opaque(Argument program, CodeFinding.Handed handed) {
    ObjectNode arguments =
        StrictJson.object().put("callee", handed.callee()).put("reason", "value");
    return Command.of(CommandName.opaque(handed.kind()), arguments, program.wholePointer());
  }
}
