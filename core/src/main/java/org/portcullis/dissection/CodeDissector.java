package org.portcullis.dissection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.dissection.manifest.Manifest;
import org.portcullis.json.StrictJson;

/**
 * Code: programs, and what else a gate has to read before it runs. The operators of MongoDB that
 * run code or write are told by their names: {@code code:mongo:$out}. Manifests of Kubernetes are
 * told by their resources: {@code code:kubernetes:KIND/namespace/name}.
 */
final class CodeDissector implements Dissector {

  private static final String KIND = ArgumentKind.CODE.label();
  private static final String MONGO = "mongo";
  private static final String KUBERNETES = "kubernetes";

  /** Those of them that do more than to find and to compute. */
  private static final Set<String> OPERATORS =
      Set.of("$out", "$merge", "$where", "$function", "$accumulator");

  private final Dissector programs;

  /**
   * @param programs what reads programs
   */
  CodeDissector(Dissector programs) {
    this.programs = programs;
  }

  /** Whether a key is an operator of MongoDB that does something. */
  static boolean isOperator(String key) {
    return OPERATORS.contains(key);
  }

  @Override
  public List<Command> dissect(Argument argument) {
    if (Manifest.isMeant(argument.text())) {
      return Manifest.read(argument.text())
          .map(manifests -> resources(argument, manifests))
          .orElseGet(() -> List.of(code(argument, CommandName.opaque(KIND))));
    }
    return isOperator(argument.text())
        ? List.of(code(argument, CommandName.of(KIND, MONGO, argument.text())))
        : programs.dissect(argument);
  }

  /** What manifests in this argument ask for. */
  static List<Command> resources(Argument argument, List<Manifest> manifests) {
    return manifests.stream().map(manifest -> resource(argument, manifest)).toList();
  }

  private static Command resource(Argument argument, Manifest manifest) {
    String name =
        String.join(
            ":",
            KIND,
            KUBERNETES,
            String.join("/", manifest.kind(), manifest.namespace(), manifest.name()));
    ObjectNode arguments =
        StrictJson.object()
            .put("kind", manifest.kind())
            .put("namespace", manifest.namespace())
            .put("name", manifest.name())
            .put("privileged", manifest.isPrivileged());
    boolean told =
        CommandName.isValid(name)
            && !manifest.kind().isEmpty()
            && (manifest.kind() + manifest.namespace() + manifest.name()).indexOf('/') < 0;
    return Command.of(
        told ? new CommandName(name) : CommandName.opaque(KIND),
        arguments,
        argument.wholePointer());
  }

  private static Command code(Argument argument, CommandName name) {
    return Command.of(
        name, StrictJson.object().put("code", argument.text()), argument.wholePointer());
  }
}
