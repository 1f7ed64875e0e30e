package org.portcullis.policy;

import dev.cel.runtime.CelVariableResolver;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portcullis.command.Command;
import org.portcullis.connection.Connection;
import org.portcullis.identity.Caller;

/**
 * What conditions see while one command is decided. Values are made when a condition asks for them;
 * for use by one thread.
 */
final class Facts implements CelVariableResolver {

  private final Around around;
  private final Command command;
  private @Nullable Object arguments;
  private @Nullable Map<String, Object> name;

  Facts(Around around, Command command) {
    this.around = around;
    this.command = command;
  }

  @Override
  public Optional<Object> find(String variable) {
    return switch (variable) {
      case "args" -> Optional.of(arguments());
      case "command" -> Optional.of(command());
      case "caller" -> Optional.of(around.caller());
      case "connection" -> Optional.of(around.connection());
      case "session" -> Optional.of(around.session());
      case "now" -> Optional.of(around.now());
      default -> Optional.empty();
    };
  }

  private Object arguments() {
    if (arguments == null) {
      arguments = CelValues.of(command.arguments());
    }
    return arguments;
  }

  private Map<String, Object> command() {
    if (name == null) {
      name = Map.of("name", command.name().text(), "kind", command.name().kind());
    }
    return name;
  }

  /** What is the same for every command of a call. */
  record Around(
      Map<String, Object> caller,
      Map<String, Object> connection,
      Map<String, Object> session,
      Instant now) {

    static Around of(
        Caller caller, Set<String> roles, Connection connection, String sessionId, Instant now) {
      return new Around(
          Map.of(
              "name", caller.name(),
              "subject", caller.id().subject(),
              "client", caller.id().client(),
              "groups", List.copyOf(caller.groups()),
              "roles", List.copyOf(roles)),
          Map.of("name", connection.name(), "labels", connection.labels()),
          Map.of("id", sessionId),
          now);
    }
  }
}
