package org.portcullis.dissection;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says what an argument holds: because a connection's settings or a catalogue know it, because its
 * name says so, or because its content is clear evidence. The first that says something counts.
 */
final class ArgumentKinds {

  private static final String NAME = "name";
  private static final String TOOL = "tool";

  /** Commands whose arguments are taken by something that may open what they name. */
  private static final Set<String> CALLS = Set.of(TOOL, "http", "prompt");

  private final Catalogue catalogue;
  private final ArgumentSettings settings;
  private final NamedKinds names;

  ArgumentKinds(Catalogue catalogue) {
    this(catalogue, ArgumentSettings.none(), new NamedKinds(ArgumentNames.standard()));
  }

  private ArgumentKinds(Catalogue catalogue, ArgumentSettings settings, NamedKinds names) {
    this.catalogue = catalogue;
    this.settings = settings;
    this.names = names;
  }

  /** The same with what a connection's settings say. */
  ArgumentKinds with(ArgumentSettings other) {
    return new ArgumentKinds(catalogue, other, names);
  }

  /** What a text holds; empty when nothing says anything. */
  Optional<Recognition> of(Argument argument) {
    Optional<Recognition> told = told(argument);
    if (told.isPresent()) {
      return told;
    }
    boolean called = CALLS.contains(argument.command().name().kind());
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
    if (!CALLS.contains(list.command().name().kind())) {
      return Optional.empty();
    }
    if (Argv.isNamed(list, argv)) {
      return Optional.of(Recognition.of(ArgumentKind.SHELL, NAME));
    }
    return Argv.isEvident(argv) && !names.isProse(list)
        ? Optional.of(Recognition.of(ArgumentKind.SHELL, "content:argv"))
        : Optional.empty();
  }

  private Optional<Recognition> told(Argument argument) {
    Optional<Recognition> set = settings.of(argument);
    boolean tool = argument.command().name().kind().equals(TOOL);
    return set.isPresent() || !tool ? set : catalogue.of(argument);
  }
}
