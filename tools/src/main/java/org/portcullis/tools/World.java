package org.portcullis.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portcullis.command.Command;
import org.portcullis.connection.Connection;
import org.portcullis.connection.ToolSchemas;
import org.portcullis.dissection.Catalogue;
import org.portcullis.dissection.Dissection;
import org.portcullis.dissection.Dissections;
import org.portcullis.identity.Caller;
import org.portcullis.json.StrictJson;
import org.portcullis.policy.ActivePolicy;
import org.portcullis.policy.CallDecision;
import org.portcullis.policy.lint.KnownTools;

/**
 * What is known beside the policy, so that sub-commands are found as the gate finds them: the
 * operator's catalogue and the tools' own schemas.
 *
 * @param tools what was given by {@code --tools}
 */
public record World(Dissection dissection, KnownTools tools) {

  /** Options that say what is known. */
  public static final Set<String> OPTIONS = Set.of("--tools", "--catalogue");

  private static final String CATALOGUE = "PORTCULLIS_CATALOGUE";

  /** What the options say; the catalogue may also stand in the gate's own setting. */
  public static World of(Options options, Terminal terminal) {
    Optional<String> catalogue =
        options
            .value("--catalogue")
            .or(() -> Optional.ofNullable(terminal.environment().get(CATALOGUE)))
            .filter(file -> !file.isBlank());
    KnownTools tools = options.value("--tools").map(World::tools).orElse(KnownTools.NONE);
    return new World(
        Dissections.standard(
            catalogue.map(World::catalogue).orElseGet(Catalogue::standard), schemas(tools)),
        tools);
  }

  /** The command with its sub-commands, found as the gate finds them. */
  public Command dissected(Command command, Connection connection) {
    return dissection.on(connection).dissect(command);
  }

  /** The decision about one call with its sub-commands. */
  public CallDecision decide(
      ActivePolicy policy, Caller caller, Connection connection, Command command, Instant now) {
    return policy.decide(caller, connection, "", List.of(dissected(command, connection)), now);
  }

  private static ToolSchemas schemas(KnownTools tools) {
    ToolSchemas schemas = new ToolSchemas();
    tools
        .byConnection()
        .forEach(
            (connection, list) ->
                list.forEach(
                    tool ->
                        schemas.remember(
                            Calls.connection(connection, StrictJson.object()),
                            tool.name(),
                            tool.schema())));
    return schemas;
  }

  private static KnownTools tools(String file) {
    return KnownTools.read(Calls.object(file, PolicyFile.text(file)))
        .orElseThrow(
            () ->
                new Unusable(
                    file
                        + ": no answers to tools/list (expected: {\"CONNECTION\": {\"tools\": […]}})"));
  }

  private static Catalogue catalogue(String file) {
    try {
      Catalogue.Reading reading = Catalogue.read(Files.readAllLines(Path.of(file.strip())));
      if (reading instanceof Catalogue.Reading.Read read) {
        return Catalogue.standard().with(read.catalogue());
      }
      throw new Unusable(file + ": " + ((Catalogue.Reading.Faulty) reading).faults().get(0));
    } catch (IOException | InvalidPathException e) {
      throw new Unusable(file + ": cannot be read", e);
    }
  }
}
