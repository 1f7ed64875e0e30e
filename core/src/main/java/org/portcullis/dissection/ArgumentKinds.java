package org.portcullis.dissection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.portcullis.command.Command;
import org.portcullis.connection.ToolSchemas;

/**
 * What says what arguments hold: a connection's settings, the catalogue, what tools declare, names.
 * Immutable but for what tools declare; safe for use by many threads.
 */
final class ArgumentKinds {

  private final Catalogue catalogue;
  private final ToolSchemas schemas;
  private final NamedKinds names;
  private final String connection;
  private final ArgumentSettings settings;

  private ArgumentKinds(
      Catalogue catalogue,
      ToolSchemas schemas,
      NamedKinds names,
      String connection,
      ArgumentSettings settings) {
    this.catalogue = catalogue;
    this.schemas = schemas;
    this.names = names;
    this.connection = connection;
    this.settings = settings;
  }

  /** What is known whatever the connection is. */
  static ArgumentKinds of(Catalogue catalogue, ToolSchemas schemas) {
    return new ArgumentKinds(
        catalogue, schemas, new NamedKinds(ArgumentNames.standard()), "", ArgumentSettings.none());
  }

  /** The same with what is known about a connection. */
  ArgumentKinds on(String name, ArgumentSettings said) {
    return new ArgumentKinds(catalogue, schemas, names, name, said);
  }

  /** What is known about the arguments of one command. */
  CommandKinds of(Command command) {
    return new CommandKinds(command, settings, catalogue.of(command), schema(command), names);
  }

  private JsonNode schema(Command command) {
    return command
        .name()
        .tool()
        .filter(tool -> !connection.isEmpty())
        .flatMap(tool -> schemas.of(connection, tool))
        .orElseGet(MissingNode::getInstance);
  }
}
