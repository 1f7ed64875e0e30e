package org.portcullis.dissection;

import java.util.Optional;

/**
 * Says what an argument holds: because a catalogue knows the tool, because its name says so, or
 * because its content is clear evidence. The first that says something counts.
 */
final class ArgumentKinds {

  private final Catalogue catalogue;

  ArgumentKinds(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  Optional<ArgumentKind> of(Argument argument) {
    boolean tool = argument.command().name().kind().equals("tool");
    if (tool && catalogue.knows(argument)) {
      return Optional.of(ArgumentKind.SQL);
    }
    return SqlArguments.holdsSql(argument.name(), argument.text())
        ? Optional.of(ArgumentKind.SQL)
        : Optional.empty();
  }
}
