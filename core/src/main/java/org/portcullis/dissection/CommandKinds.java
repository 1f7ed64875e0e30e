package org.portcullis.dissection;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portcullis.command.Command;

/**
 * Says what an argument of one command holds: because a connection's settings or a catalogue know
 * it, because the tool's schema or its name says so, or because its content is clear evidence. The
 * first that says something counts.
 */
final class CommandKinds {

  private static final String NAME = "name";
  private static final String URI = "uri";
  private static final String FILE_SCHEME = "file:";

  /** Commands whose arguments are taken by something that may open what they name. */
  private static final Set<String> CALLS = Set.of("tool", "http", "prompt");

  private final Map<String, Recognition> catalogued;
  private final JsonNode schema;
  private final NamedKinds names;
  private final ArgumentSettings settings;
  private final boolean called;
  private final boolean resource;

  /**
   * @param catalogued what the catalogue says, by the arguments' names in lower case
   * @param schema what the tool declares about its arguments; missing when that is not known
   */
  CommandKinds(
      Command command,
      ArgumentSettings settings,
      Map<String, Recognition> catalogued,
      JsonNode schema,
      NamedKinds names) {
    this.catalogued = catalogued;
    this.schema = schema;
    this.names = names;
    this.settings = settings;
    this.called = CALLS.contains(command.name().kind());
    this.resource = command.name().kind().equals("resource");
  }

  /** What a text holds; empty when nothing says anything. */
  Optional<Recognition> of(Argument argument) {
    Optional<Recognition> told = told(argument);
    if (told.isPresent()) {
      return told;
    }
    if (isFile(argument)) {
      return Optional.of(Recognition.of(ArgumentKind.HTTP, NAME));
    }
    Optional<ArgumentKind> named = names.of(argument, called);
    return named.isPresent()
        ? named.map(kind -> Recognition.of(kind, NAME))
        : Evidence.of(argument.text(), called);
  }

  /** What a list of texts holds as a whole; empty when each of them stands for itself. */
  Optional<Recognition> ofArgv(Argument list, List<String> argv) {
    Optional<Recognition> told = told(list);
    if (told.isPresent()) {
      return told.filter(Recognition::argv);
    }
    if (!called) {
      return Optional.empty();
    }
    if (Argv.isNamed(list, argv)) {
      return Optional.of(Recognition.of(ArgumentKind.SHELL, NAME));
    }
    return Argv.isEvident(argv) && !names.isProse(list)
        ? Optional.of(Recognition.of(ArgumentKind.SHELL, "content:argv"))
        : Optional.empty();
  }

  /** A resource may be a file, and then reading it is what a tool that reads files does. */
  private boolean isFile(Argument argument) {
    return resource
        && argument.name().text().equals(URI)
        && argument.text().regionMatches(true, 0, FILE_SCHEME, 0, FILE_SCHEME.length());
  }

  /** Whether settings or a catalogue say that who stands here gets a message. */
  boolean isRecipient(Argument argument) {
    Recognition known = catalogued.get(argument.name().lowerCase());
    return settings.of(argument).or(() -> Optional.ofNullable(known)).stream()
        .anyMatch(told -> told.kind() == ArgumentKind.RECIPIENT);
  }

  private Optional<Recognition> told(Argument argument) {
    Optional<Recognition> set = settings.of(argument);
    if (set.isPresent()) {
      return set;
    }
    Recognition known = catalogued.isEmpty() ? null : catalogued.get(argument.name().lowerCase());
    return known == null && schema.isObject()
        ? SchemaKinds.of(schema, argument)
        : Optional.ofNullable(known);
  }
}
