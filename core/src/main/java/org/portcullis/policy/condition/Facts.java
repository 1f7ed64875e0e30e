package org.portcullis.policy.condition;

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
public final class Facts implements CelVariableResolver {

  private final Around around;
  private final Command command;
  private @Nullable Object arguments;
  private @Nullable Map<String, Object> name;

  /** What conditions see of this command. */
  public Facts(Around around, Command command) {
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
      case "now" -> Optional.of(around.now);
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

  /** What is the same for every command of a call. For use by one thread. */
  public static final class Around {

    private final Caller caller;
    private final Set<String> roles;
    private final Connection connection;
    private final String sessionId;
    private final Instant now;
    private @Nullable Map<String, Object> shownCaller;

    /**
     * What surrounds the commands of a call.
     *
     * @param roles the caller's roles under the policy that decides
     * @param sessionId the session's id, or an empty text
     */
    public Around(
        Caller caller, Set<String> roles, Connection connection, String sessionId, Instant now) {
      this.caller = caller;
      this.roles = roles;
      this.connection = connection;
      this.sessionId = sessionId;
      this.now = now;
    }

    private Map<String, Object> caller() {
      if (shownCaller == null) {
        shownCaller =
            Map.of(
                "name", caller.name(),
                "subject", caller.id().subject(),
                "client", caller.id().client(),
                "groups", List.copyOf(caller.groups()),
                "roles", List.copyOf(roles));
      }
      return shownCaller;
    }

    private Map<String, Object> connection() {
      return Map.of("name", connection.name(), "labels", connection.labels());
    }

    private Map<String, Object> session() {
      return Map.of("id", sessionId);
    }
  }
}
