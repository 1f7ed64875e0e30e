package org.portcullis.tools.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.connection.Connection;
import org.portcullis.json.StrictJson;
import org.portcullis.policy.condition.ConditionFacts.Path;
import org.portcullis.tools.World;

/**
 * The commands of a recorded call, made again of what the record shows of them, and what of their
 * arguments is not known. For one thread.
 */
final class Rebuilt {

  private static final Path EVERYTHING = new Path("args", List.of());

  private final List<Command> commands = new ArrayList<>();
  private final IdentityHashMap<Command, List<Path>> unknown = new IdentityHashMap<>();
  private Optional<String> obstacle = Optional.empty();

  private Rebuilt() {}

  static Rebuilt of(RecordedCall call, Connection connection, World world) {
    Rebuilt rebuilt = new Rebuilt();
    for (JsonNode shown : call.commands()) {
      if (rebuilt.isNamed(shown)) {
        rebuilt.commands.add(rebuilt.command(shown, connection, world));
      }
    }
    return rebuilt;
  }

  /** Why the commands cannot be told; empty when they can. */
  Optional<String> obstacle() {
    return obstacle;
  }

  List<Command> commands() {
    return commands;
  }

  /** What is not known of a command of the tree. */
  List<Path> unknown(Command command) {
    return unknown.getOrDefault(command, List.of());
  }

  private boolean isNamed(JsonNode shown) {
    String name = shown.path("command").asText();
    if (MaskedLeaves.isMasked(name)) {
      obstacle = Optional.of("a command's name is masked in the record");
    } else if (!CommandName.isValid(name)) {
      obstacle = Optional.of("a command has no name in the record");
    }
    boolean named = obstacle.isEmpty();
    for (JsonNode inner : shown.path("inner")) {
      named = named && isNamed(inner);
    }
    return named;
  }

  private Command command(JsonNode shown, Connection connection, World world) {
    CommandName name = new CommandName(shown.path("command").asText());
    if (!shown.has("arguments")) {
      return recorded(shown);
    }
    Command bare = Command.of(name, shown.path("arguments"), "");
    Command found = world.dissected(bare, connection);
    if (!names(found.inner()).equals(recordedNames(shown))) {
      Command top = bare.withInner(recordedInner(shown));
      unknown.put(top, MaskedLeaves.of(bare.arguments()));
      return top;
    }
    note(found);
    return found;
  }

  /** Sub-commands found in masked arguments have masked arguments themselves. */
  private void note(Command command) {
    unknown.put(command, MaskedLeaves.of(command.arguments()));
    command.inner().forEach(this::note);
  }

  /** With nothing known but the names. */
  private Command recorded(JsonNode shown) {
    Command command =
        Command.of(new CommandName(shown.path("command").asText()), StrictJson.object(), "")
            .withInner(recordedInner(shown));
    unknown.put(command, List.of(EVERYTHING));
    return command;
  }

  private List<Command> recordedInner(JsonNode shown) {
    List<Command> inner = new ArrayList<>();
    shown.path("inner").forEach(below -> inner.add(recorded(below)));
    return inner;
  }

  private static List<String> names(List<Command> commands) {
    List<String> names = new ArrayList<>();
    for (Command command : commands) {
      names.add(command.name().text());
      names.addAll(names(command.inner()));
    }
    return names;
  }

  private static List<String> recordedNames(JsonNode shown) {
    List<String> names = new ArrayList<>();
    for (JsonNode inner : shown.path("inner")) {
      names.add(inner.path("command").asText());
      names.addAll(recordedNames(inner));
    }
    return names;
  }
}
